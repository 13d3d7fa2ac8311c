package anima.world;

import anima.world.place.Landmark;
import anima.world.place.Thing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Actions by chance, sound and unsound, of everyone who is or is not in a world. */
final class RandomDeeds {
  private static final int VISITORS = 6;

  private final SplittableRandom random;
  private final World world;
  private final List<EntityId> everyone = new ArrayList<>();
  private final long firstVisitor;

  RandomDeeds(World world, long seed) {
    this.world = world;
    random = new SplittableRandom(seed);
    firstVisitor = world.place().inhabitants().size() + 1L;
    for (long id = 1; id < firstVisitor + VISITORS + 1; id++) {
      everyone.add(new EntityId(id));
    }
  }

  List<Action> next() {
    List<Action> actions = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      actions.add(random.nextInt(25) == 0 ? presence() : random.nextBoolean() ? motion() : deed());
    }
    return actions;
  }

  private EntityId anyone() {
    return everyone.get(random.nextInt(everyone.size()));
  }

  private Vec3 anywhere() {
    List<Landmark> marks = world.place().landmarks();
    Landmark mark = marks.get(random.nextInt(marks.size()));
    return new Vec3(mark.x() + random.nextInt(9) - 4, 0, mark.z() + random.nextInt(9) - 4);
  }

  private Action presence() {
    EntityId visitor = new EntityId(firstVisitor + random.nextInt(VISITORS));
    return random.nextInt(3) == 0
        ? new Action.Depart(visitor)
        : new Action.Arrive(visitor, Label.same("Guest " + visitor.value()), Trial.LOOKS);
  }

  private Action motion() {
    EntityId actor = anyone();
    return switch (random.nextInt(8)) {
      case 0, 1, 2 -> {
        double angle = random.nextDouble() * 6.3;
        double speed = random.nextDouble() * 6.5;
        yield new Action.Walk(
            actor,
            new Vec3(speed * StrictMath.sin(angle), 0, speed * StrictMath.cos(angle)),
            angle);
      }
      case 3 -> new Action.Go(actor, anywhere());
      case 4 -> new Action.Follow(actor, anyone());
      case 5 -> new Action.Lead(actor, anyone(), anywhere());
      case 6 -> new Action.Wait(actor);
      default -> new Action.Walk(actor, Vec3.ZERO, random.nextDouble());
    };
  }

  private Action deed() {
    EntityId actor = anyone();
    EntityId other = neighbour(actor);
    GoodsId goods = goodsOf(actor);
    List<Thing> things = world.place().things();
    return switch (random.nextInt(8)) {
      case 0 -> {
        Loudness loudness = List.of(Loudness.values()).get(random.nextInt(3));
        yield new Action.Say(
            actor, "words " + random.nextInt(100), loudness, Optional.of(anyone()));
      }
      case 1 -> new Action.Point(actor, anywhere());
      case 2 -> new Action.Look(actor, anywhere());
      case 3 -> new Action.Give(actor, other, goods, random.nextInt(5));
      case 4 -> new Action.Sell(actor, other, goods, random.nextInt(5), random.nextInt(60));
      case 5 -> take(actor);
      case 6 -> new Action.Emote(actor, List.of(Gesture.values()).get(random.nextInt(15)));
      default -> new Action.Use(actor, things.get(random.nextInt(things.size())).id());
    };
  }

  /** Someone within reach, most of the time. */
  private EntityId neighbour(EntityId actor) {
    if (world.view(actor).isEmpty() || random.nextInt(5) == 0) {
      return anyone();
    }
    Vec3 at = world.view(actor).get().body().position();
    List<EntityId> near =
        world.views().stream()
            .filter(view -> !view.id().equals(actor))
            .filter(view -> view.body().position().distanceTo(at) <= Limits.REACH_METERS)
            .map(EntityView::id)
            .toList();
    return near.isEmpty() ? anyone() : near.get(random.nextInt(near.size()));
  }

  /** Something that is owned, most of the time. */
  private GoodsId goodsOf(EntityId actor) {
    List<GoodsId> owned =
        world.holdings(actor).map(held -> List.copyOf(held.counts().keySet())).orElse(List.of());
    return owned.isEmpty() || random.nextInt(5) == 0
        ? world.place().goods().get(random.nextInt(world.place().goods().size())).id()
        : owned.get(random.nextInt(owned.size()));
  }

  /** Takes an offer that stands, most of the time. */
  private Action take(EntityId actor) {
    List<Offer> offers = world.offers();
    if (offers.isEmpty() || random.nextInt(5) == 0) {
      return new Action.Take(actor, anyone());
    }
    Offer offer = offers.get(random.nextInt(offers.size()));
    return new Action.Take(offer.buyer(), offer.seller());
  }
}
