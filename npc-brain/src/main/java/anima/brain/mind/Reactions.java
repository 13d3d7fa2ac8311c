package anima.brain.mind;

import anima.world.Activity;
import anima.world.EntityId;
import anima.world.Language;
import anima.world.WorldEvent;
import anima.world.WorldEventHandler;
import anima.world.place.Goods;
import anima.world.place.Landmark;
import anima.world.place.Line;
import anima.world.place.Place;
import java.util.Optional;

/**
 * What a mind remarks of what happened to its body, by rule: a refused order, an arrival with
 * someone, a present. Everything else passes without a word.
 */
final class Reactions implements WorldEventHandler<Optional<Reactions.Reaction>> {
  /** Words to someone; to whom is open when it is for whoever gave the order. */
  record Reaction(Line words, Optional<EntityId> to) {}

  private final Place place;
  private final Spots spots;
  private final Orders orders;
  private final Perception perception;

  Reactions(Place place, Orders orders, Perception perception) {
    this.place = place;
    this.spots = new Spots(place);
    this.orders = orders;
    this.perception = perception;
  }

  @Override
  public Optional<Reaction> refused(WorldEvent.Refused refused) {
    return orders.refused(refused.action(), refused.tick())
        ? Optional.of(new Reaction(Remark.of(refused.action(), refused.reason()), Optional.empty()))
        : Optional.empty();
  }

  @Override
  public Optional<Reaction> arrived(WorldEvent.Arrived arrived) {
    if (!isMe(arrived.actor())) {
      return Optional.empty();
    }
    Optional<EntityId> led = orders.arrived(arrived.tick());
    Landmark there = spots.nearest(arrived.at());
    return led.map(
        other ->
            new Reaction(
                Remark.here(there.name().in(Language.EN), there.name().in(Language.ZH)),
                Optional.of(other)));
  }

  @Override
  public Optional<Reaction> gave(WorldEvent.Gave gave) {
    if (!isMe(gave.to())) {
      return Optional.empty();
    }
    return place.goods().stream()
        .filter(goods -> goods.id().equals(gave.goods()))
        .findFirst()
        .map(goods -> new Reaction(thanks(goods, gave.count()), Optional.of(gave.actor())));
  }

  private static Line thanks(Goods goods, int count) {
    return Remark.thanksFor(
        count == 1 ? goods.name().en() : goods.plural(), goods.name().in(Language.ZH));
  }

  @Override
  public Optional<Reaction> began(WorldEvent.Began began) {
    if (isMe(began.actor()) && began.activity().kind() == Activity.Kind.IDLE) {
      orders.idle(began.tick());
    }
    return Optional.empty();
  }

  @Override
  public Optional<Reaction> appeared(WorldEvent.Appeared appeared) {
    return Optional.empty();
  }

  @Override
  public Optional<Reaction> vanished(WorldEvent.Vanished vanished) {
    return Optional.empty();
  }

  @Override
  public Optional<Reaction> moved(WorldEvent.Moved moved) {
    return Optional.empty();
  }

  @Override
  public Optional<Reaction> said(WorldEvent.Said said) {
    return Optional.empty();
  }

  @Override
  public Optional<Reaction> pointed(WorldEvent.Pointed pointed) {
    return Optional.empty();
  }

  @Override
  public Optional<Reaction> looked(WorldEvent.Looked looked) {
    return Optional.empty();
  }

  @Override
  public Optional<Reaction> emoted(WorldEvent.Emoted emoted) {
    return Optional.empty();
  }

  @Override
  public Optional<Reaction> offered(WorldEvent.Offered offered) {
    return Optional.empty();
  }

  @Override
  public Optional<Reaction> lapsed(WorldEvent.Lapsed lapsed) {
    return Optional.empty();
  }

  @Override
  public Optional<Reaction> sold(WorldEvent.Sold sold) {
    return Optional.empty();
  }

  @Override
  public Optional<Reaction> held(WorldEvent.Held held) {
    return Optional.empty();
  }

  @Override
  public Optional<Reaction> used(WorldEvent.Used used) {
    return Optional.empty();
  }

  @Override
  public Optional<Reaction> skyChanged(WorldEvent.SkyChanged skyChanged) {
    return Optional.empty();
  }

  private boolean isMe(EntityId actor) {
    return actor.equals(perception.self().id());
  }
}
