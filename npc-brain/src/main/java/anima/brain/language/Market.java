package anima.brain.language;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** What a step has to do with the wares of the one who is asked. */
final class Market {
  private static final Pattern DEAREST =
      Pattern.compile("expensive|dear|costl|priciest|most|贵|高", Pattern.CASE_INSENSITIVE);

  /** More of anything are not counted out in one sale. */
  private static final long COUNT_MAX = 999;

  private final Situation situation;
  private final Map<String, Argument> arguments;

  Market(Situation situation, Map<String, Argument> arguments) {
    this.situation = situation;
    this.arguments = arguments;
  }

  /** The ware that is spoken of; without a name, the only one there is. */
  Optional<Ware> ware() {
    return named(Role.ITEM)
        .or(
            () ->
                sold().size() == 1 && !names(Role.ITEM)
                    ? Optional.of(sold().get(0))
                    : Optional.empty());
  }

  boolean names(Role role) {
    return arguments.containsKey(role.key());
  }

  private Optional<Ware> named(Role role) {
    return Optional.ofNullable(arguments.get(role.key()))
        .flatMap(Argument::key)
        .flatMap(
            key -> sold().stream().filter(w -> w.goods().id().value().equals(key)).findFirst());
  }

  /** What is there to be sold. */
  List<Ware> sold() {
    return situation.wares().stream().filter(ware -> ware.stock() > 0).toList();
  }

  long count() {
    return Math.max(1, Math.min(COUNT_MAX, number(Role.COUNT).orElse(1)));
  }

  OptionalLong number(Role role) {
    Optional<String> digits = Optional.ofNullable(arguments.get(role.key())).flatMap(Argument::key);
    return digits.isPresent() ? Numerals.digits(digits.get()) : OptionalLong.empty();
  }

  boolean fairOffer(Ware ware) {
    OptionalLong price = number(Role.PRICE);
    return price.isPresent() && price.getAsLong() >= ware.leastCoins() * count();
  }

  /** Of two named wares, or of all, the cheapest, or the dearest where that is asked for. */
  Optional<Ware> compared() {
    Optional<Ware> first = named(Role.ITEM);
    Optional<Ware> second = named(Role.ITEM2);
    List<Ware> among =
        first.isPresent() && second.isPresent() ? List.of(first.get(), second.get()) : sold();
    Comparator<Ware> byPrice = Comparator.comparingLong(Ware::priceCoins);
    return DEAREST.matcher(situation.text()).find()
        ? among.stream().max(byPrice)
        : among.stream().min(byPrice);
  }
}
