package anima.brain.mind;

import anima.brain.language.Argument;
import anima.brain.language.Situation;
import anima.brain.language.Step;
import anima.brain.language.Ware;
import anima.world.Action;
import anima.world.EntityId;
import anima.world.EntityView;
import anima.world.Gesture;
import anima.world.Offer;
import anima.world.Vec3;
import anima.world.place.Goods;
import anima.world.place.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Turns the steps of a decision into actions. What the model named is only ever a key into what the
 * rules already allow: an unknown landmark, goods not owned or a price too low yield no action.
 */
final class Enactor {
  /** Most pieces that are sold at once. */
  static final int COUNT_MAX = 99;

  private static final double BESIDE_METERS = 1.6;

  private final Place place;
  private final Spots spots;
  private final Acquaintances acquaintances;

  Enactor(Place place, Acquaintances acquaintances) {
    this.place = place;
    this.spots = new Spots(place);
    this.acquaintances = acquaintances;
  }

  /** Actions for all steps, in order. */
  List<Action> enact(
      List<Step> steps, EntityView speaker, Situation situation, Perception perception) {
    List<Action> actions = new ArrayList<>();
    for (Step step : steps) {
      act(step, speaker, situation, perception)
          .or(() -> emote(step, situation, perception))
          .ifPresent(actions::add);
    }
    return actions;
  }

  private Optional<Action> act(
      Step step, EntityView speaker, Situation situation, Perception perception) {
    EntityId me = perception.self().id();
    if (!agreed(step.outcome())) {
      return Optional.empty();
    }
    return switch (step.intent()) {
      case "follow" -> Optional.of(new Action.Follow(me, speaker.id()));
      case "wait", "negate" -> Optional.of(new Action.Wait(me));
      case "come_here" -> Optional.of(new Action.Go(me, beside(speaker, perception)));
      case "lead_place" -> spot(step).map(at -> new Action.Lead(me, speaker.id(), at));
      case "go_place" -> spot(step).map(at -> new Action.Go(me, at));
      case "where_place" -> spot(step).map(at -> new Action.Point(me, at));
      case "where_person" -> sighting(step).map(at -> new Action.Point(me, at));
      case "look" -> sighting(step).or(() -> spot(step)).map(at -> new Action.Look(me, at));
      case "buy" -> sale(step, situation, false).map(sale -> sale.to(me, speaker.id()));
      case "haggle" -> sale(step, situation, true).map(sale -> sale.to(me, speaker.id()));
      case "sell_to", "give" -> bargain(speaker, perception).map(at -> new Action.Take(me, at));
      default -> Optional.empty();
    };
  }

  private static boolean agreed(String outcome) {
    return outcome.equals("ok") || outcome.equals("known") || outcome.equals("accept");
  }

  private Optional<Action> emote(Step step, Situation situation, Perception perception) {
    Optional<Gesture> gesture =
        step.intent().equals("gesture")
            ? Gestures.askedFor(situation.text())
            : Gestures.goingWith(step.intent(), step.outcome());
    return gesture.map(it -> new Action.Emote(perception.self().id(), it));
  }

  private Optional<Vec3> spot(Step step) {
    return key(step, "place").flatMap(spots::landmark).map(Spots::at);
  }

  private Optional<Vec3> sighting(Step step) {
    return key(step, "person")
        .flatMap(acquaintances::of)
        .map(seen -> seen.view().body().position());
  }

  private static Vec3 beside(EntityView speaker, Perception perception) {
    Vec3 there = speaker.body().position();
    Vec3 back = perception.self().body().position().minus(there);
    double length = Math.hypot(back.x(), back.z());
    return length <= BESIDE_METERS
        ? perception.self().body().position()
        : there.plus(new Vec3(back.x(), 0, back.z()).times(BESIDE_METERS / length));
  }

  private record Sale(Goods goods, int count, long totalCoins) {
    Action to(EntityId seller, EntityId buyer) {
      return new Action.Sell(seller, buyer, goods.id(), count, totalCoins);
    }
  }

  /** What is sold: at the asked price, or at the price that was offered if it is enough. */
  private Optional<Sale> sale(Step step, Situation situation, boolean haggled) {
    Optional<Ware> ware = ware(step, situation);
    int count = number(step, "count").map(Long::intValue).orElse(1);
    if (ware.isEmpty() || count < 1 || count > Math.min(COUNT_MAX, ware.get().stock())) {
      return Optional.empty();
    }
    long total = ware.get().priceCoins() * count;
    if (haggled) {
      total = Math.min(total, number(step, "price").orElse(0L));
    }
    return total < ware.get().leastCoins() * count
        ? Optional.empty()
        : Optional.of(new Sale(ware.get().goods(), count, total));
  }

  /** The named ware, or the one that was last spoken of. */
  private static Optional<Ware> ware(Step step, Situation situation) {
    return key(step, "item")
        .or(() -> lastItem(situation))
        .flatMap(
            id ->
                situation.wares().stream()
                    .filter(ware -> ware.goods().id().value().equals(id))
                    .findFirst());
  }

  private static Optional<String> lastItem(Situation situation) {
    return situation.history().stream()
        .flatMap(turn -> turn.steps().stream())
        .map(Step::arguments)
        .map(arguments -> arguments.get("item"))
        .filter(Objects::nonNull)
        .map(Argument::key)
        .flatMap(Optional::stream)
        .reduce((earlier, later) -> later);
  }

  /** Who made an offer that is worth taking: for at most the usual price, and affordable. */
  private Optional<EntityId> bargain(EntityView speaker, Perception perception) {
    Map<String, Long> usual =
        place.goods().stream()
            .collect(Collectors.toMap(goods -> goods.id().value(), Goods::priceCoins));
    return perception.offers().stream()
        .filter(offer -> offer.seller().equals(speaker.id()))
        .filter(offer -> offer.totalCoins() <= perception.coins())
        .filter(
            offer ->
                offer.totalCoins() <= usual.getOrDefault(offer.goods().value(), 0L) * offer.count())
        .map(Offer::seller)
        .findFirst();
  }

  private static Optional<String> key(Step step, String role) {
    return Optional.ofNullable(step.arguments().get(role)).flatMap(Argument::key);
  }

  private static Optional<Long> number(Step step, String role) {
    return key(step, role).filter(key -> key.matches("\\d{1,6}")).map(Long::valueOf);
  }
}
