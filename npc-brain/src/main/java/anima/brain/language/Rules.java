package anima.brain.language;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Computes what comes of a step from what is known, in stock and allowed; the model is never asked.
 * Where a step lacks what it needs, it gives way to the step that asks for it.
 */
final class Rules {
  private static final Set<String> REFUSED = Set.of("beg", "forbidden", "inject", "sell_to");

  private final Situation situation;

  Rules(Situation situation) {
    this.situation = situation;
  }

  Ruling rule(String intent, Map<String, Argument> arguments) {
    Market market = new Market(situation, arguments);
    return switch (intent) {
      case "where_place" -> known(intent, "known", has(arguments, Role.PLACE));
      case "lead_place", "go_place" -> known(intent, "ok", has(arguments, Role.PLACE));
      case "meet" ->
          known(
              intent, "ok", has(arguments, Role.PLACE) || !arguments.containsKey(Role.PLACE.key()));
      case "tell_message" -> known(intent, "ok", has(arguments, Role.PERSON));
      case "where_person" ->
          known(intent, "known", person(arguments).flatMap(KnownPerson::at).isPresent());
      case "who_is" -> known(intent, "known", person(arguments).isPresent());
      case "ask_goods" -> some(intent, !market.sold().isEmpty());
      case "compare" -> new Ruling(intent, market.sold().size() > 1 ? "ok" : "none");
      case "ask_price" -> priced(market, intent, "known");
      case "buy" -> bought(market);
      case "haggle" -> haggled(market);
      case "recall_me" -> known(intent, "known", !situation.memories().isEmpty());
      case "ask_my_name" -> known(intent, "known", situation.player().isPresent());
      case "news" -> some(intent, !situation.news().isEmpty());
      case "work" -> some(intent, !situation.work().isEmpty());
      case "teach_word" -> known(intent, "known", teaches(arguments, Role.WORD));
      case "translate" -> known(intent, "ok", teaches(arguments, Role.MESSAGE));
      case "follow" -> new Ruling(intent, situation.abilities().follow() ? "ok" : "refused");
      case "steward_create", "steward_change", "steward_world" ->
          new Ruling(intent, situation.abilities().steward() ? "ok" : "refused");
      case "steward_undo" -> new Ruling(intent, situation.abilities().steward() ? "ok" : "none");
      case "out_of_world" -> new Ruling(intent, "unknown");
      default -> new Ruling(intent, REFUSED.contains(intent) ? "refused" : "ok");
    };
  }

  private static Ruling known(String intent, String outcome, boolean known) {
    return new Ruling(intent, known ? outcome : "unknown");
  }

  private static Ruling some(String intent, boolean some) {
    return new Ruling(intent, some ? "some" : "none");
  }

  /** Something is wanted but not named: say what there is. */
  private static Ruling priced(Market market, String intent, String outcome) {
    if (market.ware().isPresent()) {
      return new Ruling(intent, outcome);
    }
    return market.names(Role.ITEM)
        ? new Ruling(intent, "none")
        : some("ask_goods", !market.sold().isEmpty());
  }

  private static Ruling bought(Market market) {
    boolean enough = market.ware().map(ware -> ware.stock() >= market.count()).orElse(true);
    return enough ? priced(market, "buy", "ok") : new Ruling("buy", "none");
  }

  private static Ruling haggled(Market market) {
    Optional<Ware> ware = market.ware();
    if (ware.isEmpty()) {
      return priced(market, "ask_price", "known");
    }
    return new Ruling("haggle", market.fairOffer(ware.get()) ? "accept" : "refuse");
  }

  private static boolean has(Map<String, Argument> arguments, Role role) {
    return Optional.ofNullable(arguments.get(role.key())).flatMap(Argument::key).isPresent();
  }

  private Optional<KnownPerson> person(Map<String, Argument> arguments) {
    return Optional.ofNullable(arguments.get(Role.PERSON.key()))
        .flatMap(Argument::key)
        .flatMap(key -> situation.people().stream().filter(p -> p.key().equals(key)).findFirst());
  }

  private boolean teaches(Map<String, Argument> arguments, Role role) {
    return situation.abilities().teach()
        && Bilingual.meaning(situation, Optional.ofNullable(arguments.get(role.key()))).isPresent();
  }
}
