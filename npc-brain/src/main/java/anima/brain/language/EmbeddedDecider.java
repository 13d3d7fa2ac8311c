package anima.brain.language;

import anima.world.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;

/**
 * Decides with the embedded model: it names what was asked for; what comes of it is computed, and
 * the reply is one of the written lines. Owned by one thread at a time, as its model's sequence is.
 */
public final class EmbeddedDecider implements Decider {
  private final Understander understander;
  private final Judge judge;

  /**
   * @param linker of the vocabulary of the model
   * @param writer with a sequence of its own
   */
  public EmbeddedDecider(
      IntentCatalogue catalogue, ReplyBook replies, Linker linker, AnswerWriter writer) {
    this.understander = new Understander(catalogue, linker, writer);
    this.judge = new Judge(replies);
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
    List<Step> steps = new ArrayList<>();
    List<String> said = new ArrayList<>();
    for (Understood understood : reading.steps()) {
      Judge.Judgement judgement =
          judge.judge(situation, understood.intent(), arguments.of(understood), random);
      steps.add(judgement.step());
      said.add(judgement.say());
    }
    String glue = situation.language() == Language.ZH ? "" : " ";
    return new Decision(
        steps,
        String.join(glue, said).strip(),
        why(reading, steps),
        reading.tokens(),
        reading.firstTokenMillis());
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
