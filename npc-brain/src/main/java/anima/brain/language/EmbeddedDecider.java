package anima.brain.language;

import anima.world.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;

/**
 * Decides with the embedded model: it names what was asked for; what comes of it is computed, and
 * the reply is one of the written lines. Owned by one thread at a time, as its model's sequence is.
 */
public final class EmbeddedDecider implements Decider {
  private static final Ruling ASK_BACK = new Ruling("nonsense", "ok");

  private final Understander understander;
  private final ReplyPicker picker;

  /**
   * @param linker of the vocabulary of the model
   * @param writer with a sequence of its own
   */
  public EmbeddedDecider(
      IntentCatalogue catalogue, ReplyBook replies, Linker linker, AnswerWriter writer) {
    this.understander = new Understander(catalogue, linker, writer);
    this.picker = new ReplyPicker(replies);
  }

  @Override
  public Decision decide(Situation situation, long seed, BooleanSupplier cancelled) {
    Random random = new Random(seed);
    Reading reading =
        understander.read(
            situation.language(),
            situation.text(),
            Knowledge.of(situation),
            History.of(situation.history()),
            random.nextLong(),
            cancelled);
    Arguments arguments = new Arguments(situation, reading.pieces());
    Rules rules = new Rules(situation);
    List<Step> steps = new ArrayList<>();
    List<String> said = new ArrayList<>();
    for (Understood understood : reading.steps()) {
      Map<String, Argument> found = completed(understood, arguments.of(understood), situation);
      Ruling ruling = rules.rule(understood.intent(), found);
      steps.add(new Step(ruling.intent(), ruling.outcome(), found));
      said.add(reply(situation, ruling, found, random));
    }
    String glue = situation.language() == Language.ZH ? "" : " ";
    return new Decision(
        steps,
        String.join(glue, said).strip(),
        why(reading, steps),
        reading.tokens(),
        reading.firstTokenMillis());
  }

  /** A reminder without words of its own is about the whole utterance. */
  private static Map<String, Argument> completed(
      Understood understood, Map<String, Argument> arguments, Situation situation) {
    if (!understood.intent().equals("remind") || arguments.containsKey(Role.MESSAGE.key())) {
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

  private String askBack(Situation situation, Random random) {
    return picker.pick(situation, ASK_BACK, Map.of(), random).orElse("…");
  }

  private static String lastSaid(Situation situation) {
    return situation.history().get(situation.history().size() - 1).said();
  }

  private static String why(Reading reading, List<Step> steps) {
    StringBuilder why = new StringBuilder();
    why.append("read: ").append(String.join(" ", reading.prompt()));
    why.append("\nanswered: ").append(String.join(" ", reading.answer()));
    for (Step step : steps) {
      why.append("\nruled: ").append(step.intent()).append(": ").append(step.outcome());
    }
    return why.toString();
  }
}
