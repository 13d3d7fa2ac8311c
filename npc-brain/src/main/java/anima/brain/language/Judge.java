package anima.brain.language;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * Judges what was understood of an utterance: what comes of it by the rules, and the words written
 * for that. The same for every decider, whatever model understood it. Immutable.
 */
public final class Judge {
  private static final Ruling ASK_BACK = new Ruling("nonsense", "ok");

  private final ReplyPicker picker;

  public Judge(ReplyBook replies) {
    this.picker = new ReplyPicker(replies);
  }

  /**
   * What came of a step.
   *
   * @param step as the rules see it: its intent may have given way to a near one
   * @param say the written words for it
   */
  public record Judgement(Step step, String say) {}

  /**
   * Judges one step.
   *
   * @param intent name of an intent that an answer can name
   * @param random draws among words that fit equally
   */
  public Judgement judge(
      Situation situation, String intent, Map<String, Argument> arguments, Random random) {
    Map<String, Argument> found = completed(intent, arguments, situation);
    Ruling ruling = new Rules(situation).rule(intent, found);
    Step step = new Step(ruling.intent(), ruling.outcome(), found);
    return new Judgement(step, reply(situation, ruling, found, random));
  }

  /**
   * The numbers that belong to a step about a ware: the price of one and of all, how many are
   * wanted and how many there are; none when it is about no ware.
   */
  public Set<Long> figures(Situation situation, Step step) {
    Market market = new Market(situation, step.arguments());
    return market
        .ware()
        .map(
            ware ->
                new TreeSet<>(
                    List.of(
                        ware.priceCoins(),
                        ware.priceCoins() * market.count(),
                        market.count(),
                        (long) ware.stock())))
        .orElseGet(TreeSet::new);
  }

  /** A reminder without words of its own is about the whole utterance. */
  private static Map<String, Argument> completed(
      String intent, Map<String, Argument> arguments, Situation situation) {
    if (!intent.equals("remind") || arguments.containsKey(Role.MESSAGE.key())) {
      return arguments;
    }
    Map<String, Argument> more = new HashMap<>(arguments);
    more.put(Role.MESSAGE.key(), new Argument(situation.text(), Optional.empty()));
    return more;
  }

  private String reply(
      Situation situation, Ruling ruling, Map<String, Argument> arguments, Random random) {
    boolean again = ruling.intent().equals("repeat");
    if (again && situation.history().isEmpty()) {
      return askBack(situation, random);
    }
    String line =
        picker
            .pick(situation, ruling, arguments, random)
            .orElseGet(() -> askBack(situation, random));
    return again ? line + " " + lastSaid(situation) : line;
  }

  /** Words that ask the other to say it again. */
  public String askBack(Situation situation, Random random) {
    return picker.pick(situation, ASK_BACK, Map.of(), random).orElse("…");
  }

  private static String lastSaid(Situation situation) {
    return situation.history().get(situation.history().size() - 1).said();
  }
}
