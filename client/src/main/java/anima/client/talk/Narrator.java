package anima.client.talk;

import anima.world.Activity;
import anima.world.EntityId;
import anima.world.EntityView;
import anima.world.GoodsId;
import anima.world.Scene;
import anima.world.Vec3;
import anima.world.WorldEvent;
import anima.world.WorldEventHandler;
import anima.world.place.Goods;
import anima.world.place.Landmark;
import anima.world.place.Place;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Tells in words what the own body perceives: {@code Mira: …} for what is said, {@code * …} for
 * what is done. An event is told before the scene takes it in, so that it is seen against what was.
 */
final class Narrator implements WorldEventHandler<Optional<String>> {
  /** Shorter walks of others are not worth a word. */
  private static final double JOURNEY_METERS = 8;

  private final Wording wording;
  private final Place place;
  private final Scene scene;
  private final Names names;
  private final Set<EntityId> travelling = new HashSet<>();

  Narrator(Wording wording, Place place, Scene scene, Names names) {
    this.wording = wording;
    this.place = place;
    this.scene = scene;
    this.names = names;
  }

  @Override
  public Optional<String> said(WorldEvent.Said said) {
    return isMe(said.speaker())
        ? Optional.empty()
        : Optional.of(name(said.speaker()) + ": " + said.text());
  }

  @Override
  public Optional<String> began(WorldEvent.Began began) {
    if (isMe(began.actor())) {
      return Optional.empty();
    }
    String who = name(began.actor());
    Activity now = began.activity();
    return switch (now.kind()) {
      case FOLLOWING -> other(now).map(whom -> act("%s follows %s", "%s跟着%s走", who, whom));
      case LEADING ->
          other(now)
              .map(whom -> act("%s leads %s to %s", "%s带%s去%s", who, whom, place(now.goal())));
      case GOING -> journey(began.actor(), now);
      case WAITING, IDLE -> stops(began.actor());
      case WALKING, SITTING -> Optional.empty();
    };
  }

  private Optional<String> journey(EntityId actor, Activity now) {
    double far =
        scene
            .view(actor)
            .flatMap(view -> now.goal().map(view.body().position()::groundDistanceTo))
            .orElse(0.0);
    if (far < JOURNEY_METERS) {
      return Optional.empty();
    }
    travelling.add(actor);
    return Optional.of(act("%s sets out for %s", "%s动身去%s", name(actor), place(now.goal())));
  }

  private Optional<String> stops(EntityId actor) {
    Activity.Kind before =
        scene.view(actor).map(view -> view.activity().kind()).orElse(Activity.Kind.IDLE);
    return before == Activity.Kind.FOLLOWING
        ? Optional.of(act("%s stays here", "%s留在这里", name(actor)))
        : Optional.empty();
  }

  @Override
  public Optional<String> arrived(WorldEvent.Arrived arrived) {
    boolean leads =
        scene
            .view(arrived.actor())
            .filter(view -> view.activity().kind() == Activity.Kind.LEADING)
            .isPresent();
    if (isMe(arrived.actor())) {
      return Optional.of(act("You reach %s", "你到了%s", place(Optional.of(arrived.at()))));
    }
    return travelling.remove(arrived.actor()) || leads
        ? Optional.of(
            act("%s reaches %s", "%s到了%s", name(arrived.actor()), place(Optional.of(arrived.at()))))
        : Optional.empty();
  }

  @Override
  public Optional<String> pointed(WorldEvent.Pointed pointed) {
    return isMe(pointed.actor())
        ? Optional.empty()
        : Optional.of(
            act(
                "%s points to %s",
                "%s指向%s", name(pointed.actor()), place(Optional.of(pointed.at()))));
  }

  @Override
  public Optional<String> emoted(WorldEvent.Emoted emoted) {
    return isMe(emoted.actor())
        ? Optional.empty()
        : Optional.of(
            act("%s %s", "%s%s", name(emoted.actor()), wording.gesture(emoted.gesture())));
  }

  @Override
  public Optional<String> gave(WorldEvent.Gave gave) {
    return Optional.of(
        act(
            "%s gives %s %s",
            "%s给%s%s", name(gave.actor()), name(gave.to()), goods(gave.goods(), gave.count())));
  }

  @Override
  public Optional<String> offered(WorldEvent.Offered offered) {
    if (!isMe(offered.buyer())) {
      return Optional.empty();
    }
    return Optional.of(
        act(
            "%s offers you %s for %s (/take)",
            "%s卖给你%s，要%s（/take）",
            name(offered.seller()),
            goods(offered.goods(), offered.count()),
            wording.coins(offered.totalCoins())));
  }

  @Override
  public Optional<String> lapsed(WorldEvent.Lapsed lapsed) {
    return isMe(lapsed.buyer())
        ? Optional.of(act("%s's offer is over", "%s的出价过期了", name(lapsed.seller())))
        : Optional.empty();
  }

  @Override
  public Optional<String> sold(WorldEvent.Sold sold) {
    return Optional.of(
        act(
            "%s sells %s %s for %s",
            "%s卖给%s%s，收了%s",
            name(sold.seller()),
            name(sold.buyer()),
            goods(sold.goods(), sold.count()),
            wording.coins(sold.totalCoins())));
  }

  @Override
  public Optional<String> used(WorldEvent.Used used) {
    String thing = place.thing(used.thing()).map(it -> it.name().in(wording.language())).orElse("");
    return isMe(used.actor())
        ? Optional.empty()
        : Optional.of(act("%s uses the %s", "%s用了%s", name(used.actor()), thing));
  }

  @Override
  public Optional<String> refused(WorldEvent.Refused refused) {
    return Optional.of(wording.refusal(refused.reason()));
  }

  @Override
  public Optional<String> appeared(WorldEvent.Appeared appeared) {
    boolean visitor = appeared.view().trade().isEmpty() && !isMe(appeared.view().id());
    return visitor
        ? Optional.of(act("%s comes in", "%s来了", appeared.view().name().in(wording.language())))
        : Optional.empty();
  }

  @Override
  public Optional<String> vanished(WorldEvent.Vanished vanished) {
    travelling.remove(vanished.entity());
    return scene
        .view(vanished.entity())
        .filter(view -> view.trade().isEmpty())
        .map(view -> act("%s is gone", "%s走了", view.name().in(wording.language())));
  }

  @Override
  public Optional<String> moved(WorldEvent.Moved moved) {
    return Optional.empty();
  }

  @Override
  public Optional<String> looked(WorldEvent.Looked looked) {
    return Optional.empty();
  }

  @Override
  public Optional<String> held(WorldEvent.Held held) {
    return Optional.empty();
  }

  @Override
  public Optional<String> skyChanged(WorldEvent.SkyChanged skyChanged) {
    return Optional.empty();
  }

  private String act(String english, String chinese, Object... values) {
    return "* " + wording.say(english, chinese, values);
  }

  private boolean isMe(EntityId id) {
    return id.equals(scene.self());
  }

  private String name(EntityId id) {
    if (isMe(id)) {
      return wording.say("you", "你");
    }
    return scene
        .view(id)
        .map(EntityView::name)
        .map(label -> label.in(wording.language()))
        .orElse(wording.say("someone", "有人"));
  }

  private Optional<String> other(Activity activity) {
    return activity.other().map(this::name);
  }

  private String place(Optional<Vec3> at) {
    Landmark landmark = names.near(at.orElse(Vec3.ZERO));
    return wording.say("the %s", "%s", landmark.name().in(wording.language()));
  }

  private String goods(GoodsId id, int count) {
    Optional<Goods> goods = place.goods().stream().filter(one -> one.id().equals(id)).findFirst();
    return goods.map(it -> wording.goods(it, count)).orElse(count + " " + id.value());
  }
}
