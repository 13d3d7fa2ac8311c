package anima.brain.train;

import anima.world.Language;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * An endless stream of examples in which each is a function of seed and index alone, so that
 * training can go on exactly where it stopped. Each pass over the phrases takes another order.
 */
final class Corpus {
  /** Share of examples that are two requests in one breath. */
  private static final double PAIRS = 0.22;

  /** Longer phrases, in UTF-16 units, are not put in pairs. */
  private static final int PAIR_LENGTH_MAX_EN = 60;

  private static final int PAIR_LENGTH_MAX_ZH = 18;

  /** Intents that no one joins with another request. */
  private static final Set<String> ALONE =
      Set.of(
          "nonsense",
          "inject",
          "out_of_world",
          "correct",
          "follow_up",
          "two_things",
          "yes",
          "no",
          "repeat",
          "unclear",
          "negate");

  /** Requests that people do join; half of the pairs are made of them. */
  private static final Set<String> EVERYDAY =
      Set.of(
          "where_place",
          "lead_place",
          "go_place",
          "where_person",
          "who_is",
          "follow",
          "wait",
          "come_here",
          "ask_goods",
          "ask_price",
          "buy",
          "give",
          "ask_name",
          "ask_trade",
          "tell_name",
          "tell_trade",
          "tell_like",
          "tell_lost",
          "thanks",
          "farewell",
          "how_are_you",
          "weather",
          "time",
          "news",
          "work",
          "tell_message",
          "meet",
          "gesture");

  /** Short phrases that are spoken more often than their few wordings stand for. */
  private static final Set<String> OFTEN =
      Set.of("yes", "no", "greet", "repeat", "unclear", "nonsense", "farewell", "thanks");

  private final ExampleMaker maker;
  private final long seed;
  private final List<Template> entries = new ArrayList<>();
  private final Map<Language, List<Template>> pairable = new EnumMap<>(Language.class);
  private final Map<Language, List<Template>> everyday = new EnumMap<>(Language.class);
  private List<Template> order = List.of();
  private long orderedPass = -1;

  Corpus(ExampleMaker maker, List<Template> templates, long seed) {
    this.maker = maker;
    this.seed = seed;
    for (Template template : templates) {
      boolean bare = !template.has("place") && !template.has("item") && !template.has("person");
      boolean follows =
          template.intent().equals("correct") || template.intent().equals("follow_up");
      if (template.intent().equals("two_things") || (follows && bare)) {
        continue;
      }
      entries.add(template);
      if (OFTEN.contains(template.intent())) {
        entries.add(template);
      }
      int lengthMax = template.language() == Language.ZH ? PAIR_LENGTH_MAX_ZH : PAIR_LENGTH_MAX_EN;
      if (!ALONE.contains(template.intent()) && template.line().length() <= lengthMax) {
        pairable.computeIfAbsent(template.language(), l -> new ArrayList<>()).add(template);
        if (EVERYDAY.contains(template.intent())) {
          everyday.computeIfAbsent(template.language(), l -> new ArrayList<>()).add(template);
        }
      }
    }
  }

  /** How many examples make one pass over the phrases. */
  int passSize() {
    return entries.size();
  }

  Example example(long index) {
    Random random = new Random(mix(seed, index));
    random.nextInt();
    Template template = inPass(index);
    if (random.nextDouble() >= PAIRS) {
      return maker.single(template, random);
    }
    List<Template> choice =
        (random.nextBoolean() ? pairable : everyday).getOrDefault(template.language(), List.of());
    Template first = Pools.pick(choice, random);
    Template second = Pools.pick(choice, random);
    return first.intent().equals(second.intent())
        ? maker.single(template, random)
        : maker.pair(first, second, random);
  }

  private Template inPass(long index) {
    long pass = index / entries.size();
    if (pass != orderedPass) {
      order = new ArrayList<>(entries);
      Collections.shuffle(order, new Random(mix(seed, -1 - pass)));
      orderedPass = pass;
    }
    return order.get((int) (index % entries.size()));
  }

  /** SplitMix64's finalizer (Steele, Lea, Flood 2014), so that near indices give far seeds. */
  static long mix(long seed, long index) {
    long z = seed * 0x9E3779B97F4A7C15L + index * 0xD1B54A32D192ED03L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
