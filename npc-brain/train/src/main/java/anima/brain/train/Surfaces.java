package anima.brain.train;

import anima.brain.language.English;
import anima.brain.language.KnownName;
import anima.brain.language.Role;
import anima.brain.language.SlotKind;
import anima.world.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Draws words for the slots of phrases. */
final class Surfaces {
  /** How often a name that is spoken of is one that the listener knows. */
  private static final double KNOWN = 0.85;

  private static final List<String> NUMBERS =
      List.of(
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "eleven",
          "twelve",
          "fifteen",
          "twenty",
          "thirty",
          "forty five",
          "a hundred",
          "twenty two");
  private static final List<String> NUMBERS_ZH =
      List.of("两", "三", "四", "五", "六", "七", "八", "九", "十", "十二", "十五", "二十", "三十", "四十五", "一百");
  private static final List<String> CLAUSES =
      List.of(
          "the {place} is closed",
          "{person} is ill",
          "we need {count} {item}",
          "meet me at the {place}",
          "i left the {item} at the {place}",
          "{person} is waiting",
          "bring the {item} to the {place}",
          "i sold my {item}",
          "do not go to the {place}",
          "the {item} costs {count} coins",
          "{person} loves you",
          "come to the {place} {time}");
  private static final List<String> CLAUSES_ZH =
      List.of(
          "{place}关门了",
          "{person}病了",
          "我们要{count}个{item}",
          "在{place}等我",
          "{item}落在{place}了",
          "{person}在等他",
          "把{item}送到{place}",
          "我把{item}卖了",
          "别去{place}",
          "{item}要{count}个铜板",
          "{person}喜欢你",
          "{time}到{place}来");
  private static final List<String> LETTERS = List.of("a", "e", "i", "o", "u", "sh", "r", "k", "v");

  private final Pools pools;
  private final List<String> sentences;
  private final List<String> sentencesZh;

  /**
   * @param templates phrases whose words may be quoted as messages
   */
  Surfaces(Pools pools, List<Template> templates) {
    this.pools = pools;
    this.sentences = quotable(templates, Language.EN, 45);
    this.sentencesZh = quotable(templates, Language.ZH, 14);
  }

  private static List<String> quotable(List<Template> templates, Language language, int lengthMax) {
    return templates.stream()
        .filter(t -> t.language() == language && !t.hasSlots() && t.line().length() <= lengthMax)
        .map(t -> t.line().replaceAll("[.!?。！？\"]+$", ""))
        .toList();
  }

  /** Words for a slot of this name. */
  Surface draw(String slot, Language language, Random random) {
    Role role = Role.of(slot).orElseThrow();
    return switch (role) {
      case PLACE, PLACE2 -> place(language, random);
      case ITEM, ITEM2 -> item(language, random);
      case PERSON, PERSON2 -> person(language, random);
      case COUNT, PRICE -> Surface.plain(number(language, random));
      case TIME -> Surface.plain(pools.draw(language, "times", random));
      case COLOR -> Surface.plain(pools.draw(language, "colors", random));
      case NAME ->
          random.nextInt(20) == 0
              ? person(language, random)
              : Surface.plain(pools.name(language, random));
      case TRADE -> sometimes(15, () -> Surface.plain(unknown(random)), "trades", language, random);
      case LIKE -> sometimes(5, () -> item(language, random), "likes", language, random);
      case LOST -> lost(language, random);
      case WORD -> word(language, random);
      case THING -> thing(language, random);
      case MESSAGE -> message(language, random);
    };
  }

  private Surface sometimes(
      int oneIn, Supplier<Surface> other, String pool, Language language, Random random) {
    return random.nextInt(oneIn) == 0
        ? other.get()
        : Surface.plain(pools.draw(language, pool, random));
  }

  private Surface place(Language language, Random random) {
    return named(SlotKind.PLACE, pools.place(language, random), language, random);
  }

  private Surface person(Language language, Random random) {
    return named(SlotKind.PERSON, pools.name(language, random), language, random);
  }

  private Surface item(Language language, Random random) {
    String item = pools.item(language, random);
    if (language == Language.ZH) {
      return named(SlotKind.ITEM, item, language, random);
    }
    Surface one = named(SlotKind.ITEM, item, language, random);
    return random.nextInt(6) == 0 ? new Surface(English.plural(item), one.known()) : one;
  }

  private static Surface named(SlotKind kind, String name, Language language, Random random) {
    if (random.nextDouble() >= KNOWN) {
      return Surface.plain(name);
    }
    List<String> forms = new ArrayList<>(List.of(name));
    if (kind == SlotKind.ITEM && language == Language.EN) {
      forms.add(English.plural(name));
    }
    boolean slip = language == Language.EN && name.length() >= 6 && random.nextInt(14) == 0;
    String heard = slip ? Noise.slip(name, random) : name;
    return new Surface(heard, List.of(new KnownName(kind, name, forms)));
  }

  static String number(Language language, Random random) {
    int draw = random.nextInt(10);
    if (draw < 5) {
      return Integer.toString(2 + random.nextInt(draw < 3 ? 18 : 90));
    }
    return Pools.pick(language == Language.ZH ? NUMBERS_ZH : NUMBERS, random);
  }

  private Surface lost(Language language, Random random) {
    if (random.nextInt(3) > 0) {
      return Surface.plain(pools.draw(language, "lost", random));
    }
    Surface item = item(language, random);
    String before =
        language == Language.ZH
            ? Pools.pick(List.of("我的", "一个", "", "那个"), random)
            : Pools.pick(List.of("my ", "a ", "the ", "my sister's "), random);
    return new Surface(before + item.text(), item.known());
  }

  private Surface word(Language language, Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> Surface.plain(unknown(random));
      case 1 -> item(language, random);
      case 2 -> Surface.plain(pools.draw(language, "things", random));
      case 3 -> Surface.plain(pools.draw(language, "likes", random));
      default -> Surface.plain(pools.draw(language, "words", random));
    };
  }

  private Surface thing(Language language, Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> item(language, random);
      case 1 -> place(language, random);
      default -> Surface.plain(pools.draw(language, "things", random));
    };
  }

  private Surface message(Language language, Random random) {
    boolean zh = language == Language.ZH;
    return switch (random.nextInt(8)) {
      case 0, 1, 2 -> Surface.plain(Pools.pick(zh ? sentencesZh : sentences, random));
      case 3, 4 -> clause(Pools.pick(zh ? CLAUSES_ZH : CLAUSES, random), language, random);
      default -> Surface.plain(pools.draw(language, "messages", random));
    };
  }

  private Surface clause(String clause, Language language, Random random) {
    StringBuilder text = new StringBuilder();
    List<KnownName> known = new ArrayList<>();
    for (String part : Template.parse(language, "", clause).parts()) {
      if (Template.isSlot(part)) {
        Surface inner = draw(Template.slotName(part), language, random);
        text.append(inner.text());
        known.addAll(inner.known());
      } else {
        text.append(part);
      }
    }
    return new Surface(text.toString(), known);
  }

  /** A word that no vocabulary has. */
  static String unknown(Random random) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < 3 + random.nextInt(3); i++) {
      word.append((char) ('a' + random.nextInt(26))).append(Pools.pick(LETTERS, random));
    }
    return word.toString();
  }
}
