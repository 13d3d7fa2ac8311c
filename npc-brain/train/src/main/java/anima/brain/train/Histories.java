package anima.brain.train;

import anima.brain.language.Filler;
import anima.brain.language.Intent;
import anima.brain.language.IntentCatalogue;
import anima.brain.language.Role;
import anima.brain.language.SlotKind;
import anima.brain.language.Understood;
import anima.world.Language;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Makes up what was understood the turn before. */
final class Histories {
  private static final Map<Role, List<String>> ABOUT =
      Map.of(
          Role.PLACE, List.of("where_place", "lead_place", "go_place"),
          Role.ITEM, List.of("ask_price", "buy", "haggle", "give", "ask_price"),
          Role.PERSON, List.of("where_person", "who_is"));

  private final Pools pools;
  private final List<Intent> intents;

  Histories(Pools pools, IntentCatalogue catalogue) {
    this.pools = pools;
    this.intents = catalogue.answerable().toList();
  }

  /** Any turn. */
  Understood any(Language language, Random random) {
    Intent intent = Pools.pick(intents, random);
    Map<Role, Filler> fillers = new EnumMap<>(Role.class);
    for (Role role : List.of(Role.PLACE, Role.ITEM, Role.PERSON)) {
      if (intent.roles().contains(role) && random.nextInt(5) > 0) {
        fillers.put(role, thing(role, language, random));
      }
    }
    return new Understood(intent.name(), fillers);
  }

  /** A turn that was about a place, an item or a person. */
  Understood about(Role role, Language language, Random random) {
    String intent = Pools.pick(ABOUT.getOrDefault(role, List.of("who_is")), random);
    return new Understood(intent, Map.of(role, thing(role, language, random)));
  }

  /** The intent that a thing named anew takes over from the turn before. */
  static String continued(Role role, Optional<Understood> before, IntentCatalogue catalogue) {
    return before
        .filter(step -> catalogue.get(step.intent()).roles().contains(role))
        .filter(step -> ABOUT.getOrDefault(role, List.of()).contains(step.intent()))
        .map(Understood::intent)
        .orElse(ABOUT.getOrDefault(role, List.of("who_is")).get(0));
  }

  private Filler thing(Role role, Language language, Random random) {
    if (random.nextInt(12) == 0) {
      return new Filler.Linked(SlotKind.WORD, Surfaces.unknown(random));
    }
    return switch (role) {
      case PLACE -> new Filler.Linked(SlotKind.PLACE, pools.place(language, random));
      case ITEM -> new Filler.Linked(SlotKind.ITEM, pools.item(language, random));
      default -> new Filler.Linked(SlotKind.PERSON, pools.name(language, random));
    };
  }
}
