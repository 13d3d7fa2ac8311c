package anima.brain.prompted;

import anima.brain.language.Argument;
import anima.brain.language.Knowledge;
import anima.brain.language.KnownName;
import anima.brain.language.Role;
import anima.brain.language.Situation;
import anima.brain.language.SlotKind;
import anima.world.Language;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What can be spoken of by name in one situation, and what names mean. Immutable. */
final class Entities {
  private final Map<SlotKind, List<String>> names = new EnumMap<>(SlotKind.class);
  private final List<KnownName> known;

  private Entities(Situation situation) {
    this.known = Knowledge.of(situation).names();
    Language language = situation.language();
    names.put(
        SlotKind.PLACE,
        situation.places().stream().map(place -> place.name().in(language)).distinct().toList());
    names.put(
        SlotKind.ITEM,
        situation.goods().stream().map(goods -> goods.name().in(language)).distinct().toList());
    names.put(
        SlotKind.PERSON,
        situation.people().stream().map(person -> person.name().in(language)).distinct().toList());
  }

  static Entities of(Situation situation) {
    return new Entities(situation);
  }

  /** Which kind of named things a role is about, if any. */
  static Optional<SlotKind> kind(Role role) {
    return switch (role) {
      case PLACE, PLACE2 -> Optional.of(SlotKind.PLACE);
      case ITEM, ITEM2 -> Optional.of(SlotKind.ITEM);
      case PERSON, PERSON2 -> Optional.of(SlotKind.PERSON);
      default -> Optional.empty();
    };
  }

  /** The names that may fill a role, as they are listed in the prompt. */
  List<String> names(Role role) {
    return kind(role).map(kind -> names.getOrDefault(kind, List.of())).orElse(List.of());
  }

  /** What a model wrote for a role, with the key of the thing when it is known by that name. */
  Argument argument(Role role, String text) {
    List<String> keys = new ArrayList<>();
    for (KnownName name : known) {
      boolean fits = kind(role).map(kind -> kind == name.kind()).orElse(role.takes(name.kind()));
      if (fits && name.forms().stream().anyMatch(form -> same(form, text))) {
        keys.add(name.key());
      }
    }
    return new Argument(text, keys.stream().findFirst());
  }

  private static boolean same(String form, String text) {
    return plain(form).equals(plain(text));
  }

  private static String plain(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replaceFirst("^(the|a|an) ", "");
  }
}
