package anima.brain.language;

import anima.world.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The names that words of an utterance can be linked to: those of what a mind knows, and its own.
 */
public record Knowledge(List<String> ownNames, List<KnownName> names) {
  public Knowledge {
    ownNames = List.copyOf(ownNames);
    names = List.copyOf(names);
  }

  /** All that the mind of this situation knows by name. */
  public static Knowledge of(Situation situation) {
    List<KnownName> names = new ArrayList<>();
    Map<String, String> shortNames = shortPlaceNames(situation.places());
    for (KnownPlace place : situation.places()) {
      List<String> forms = new ArrayList<>(List.of(place.name().en(), place.name().zh()));
      forms.addAll(place.otherNames());
      shortNames.forEach(
          (form, key) -> {
            if (key.equals(place.key())) {
              forms.add(form);
            }
          });
      names.add(new KnownName(SlotKind.PLACE, place.key(), forms));
    }
    Stream.concat(situation.goods().stream(), situation.wares().stream().map(Ware::goods))
        .distinct()
        .forEach(
            goods ->
                names.add(
                    new KnownName(
                        SlotKind.ITEM,
                        goods.id().value(),
                        List.of(goods.name().en(), goods.plural(), goods.name().zh()))));
    for (KnownPerson person : situation.people()) {
      names.add(
          new KnownName(
              SlotKind.PERSON, person.key(), List.of(person.name().en(), person.name().zh())));
    }
    return new Knowledge(
        List.of(situation.self().name().in(Language.EN), situation.self().name().in(Language.ZH)),
        names);
  }

  /** The last word of a longer place name, when no other place ends in it: "oak" of "old oak". */
  private static Map<String, String> shortPlaceNames(List<KnownPlace> places) {
    Map<String, String> keys = new HashMap<>();
    Set<String> twice = new HashSet<>();
    for (KnownPlace place : places) {
      String name = place.name().en().toLowerCase(Locale.ROOT);
      String last = name.substring(name.lastIndexOf(' ') + 1);
      if (keys.put(last, place.key()) != null) {
        twice.add(last);
      }
    }
    keys.keySet().removeAll(twice);
    return keys;
  }
}
