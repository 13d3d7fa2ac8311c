package anima.brain.train;

import anima.brain.language.ResourceLines;
import anima.world.Language;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Words to fill the slots of phrases with, by language and kind; immutable. */
final class Pools {
  private static final List<String> COMMON =
      List.of(
          "places",
          "items",
          "trades",
          "likes",
          "lost",
          "messages",
          "times",
          "things",
          "words",
          "colors",
          "names");
  private static final List<String> PLACE_ADJECTIVES =
      List.of(
          "old", "red", "upper", "lower", "white", "little", "great", "new", "king's", "broken");

  private final Map<Language, Map<String, List<String>>> lists = new EnumMap<>(Language.class);
  private final Map<Language, Set<String>> placeWords = new EnumMap<>(Language.class);
  private final Map<Language, Set<String>> itemWords = new EnumMap<>(Language.class);

  Pools() {
    for (Language language : Language.values()) {
      Map<String, List<String>> byName = new HashMap<>();
      COMMON.forEach(name -> byName.put(name, read(language, name)));
      List<String> parts =
          language == Language.EN
              ? List.of("syllables_first", "syllables_last")
              : List.of("surnames", "given");
      byName.put("first", read(language, parts.get(0)));
      byName.put("last", read(language, parts.get(1)));
      lists.put(language, byName);
      placeWords.put(language, new HashSet<>(list(language, "places")));
      itemWords.put(language, new HashSet<>(list(language, "items")));
    }
  }

  private static List<String> read(Language language, String name) {
    return ResourceLines.read(Pools.class, "pools/" + language.code() + "/" + name + ".txt");
  }

  List<String> list(Language language, String name) {
    return lists.getOrDefault(language, Map.of()).getOrDefault(name, List.of());
  }

  String draw(Language language, String name, Random random) {
    return pick(list(language, name), random);
  }

  static <T> T pick(List<T> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }

  boolean isPlace(Language language, String word) {
    return placeWords.getOrDefault(language, Set.of()).contains(word);
  }

  boolean isItem(Language language, String word) {
    return itemWords.getOrDefault(language, Set.of()).contains(word);
  }

  String place(Language language, Random random) {
    String place = draw(language, "places", random);
    if (random.nextInt(4) > 0) {
      return place;
    }
    return language == Language.ZH
        ? pick(List.of("老", "新", "大", "小", "东边的", "村里的"), random) + place
        : random.nextInt(3) == 0
            ? name(language, random) + "'s " + place
            : pick(PLACE_ADJECTIVES, random) + " " + place;
  }

  String item(Language language, Random random) {
    return draw(language, "items", random);
  }

  /** A name of a person: one in use or one of two made-up syllables. */
  String name(Language language, Random random) {
    if (random.nextInt(10) < 3) {
      return draw(language, "names", random);
    }
    if (language == Language.ZH && random.nextInt(10) == 0) {
      return name(Language.EN, random);
    }
    if (language == Language.ZH) {
      return random.nextInt(4) == 0
          ? pick(List.of("阿", "小", "老"), random) + draw(language, "first", random)
          : draw(language, "first", random)
              + draw(language, "last", random)
              + (random.nextInt(3) == 0 ? draw(language, "last", random) : "");
    }
    String last = random.nextInt(3) == 0 ? draw(language, "last", random) : "";
    return draw(language, "first", random) + draw(language, "last", random) + last;
  }
}
