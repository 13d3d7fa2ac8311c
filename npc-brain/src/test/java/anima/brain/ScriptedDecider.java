package anima.brain;

import anima.brain.language.Argument;
import anima.brain.language.Decider;
import anima.brain.language.Decision;
import anima.brain.language.Situation;
import anima.brain.language.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A test double of the model: answers given utterances with given steps, others with none. */
public final class ScriptedDecider implements Decider {
  public final List<Situation> asked = new ArrayList<>();
  private final Map<String, Decision> answers = new HashMap<>();

  public ScriptedDecider on(String text, String say, Step... steps) {
    answers.put(text, new Decision(List.of(steps), say, "scripted", 1, 0));
    return this;
  }

  public static Step step(String intent, String outcome, String... rolesTextsKeys) {
    Map<String, Argument> arguments = new HashMap<>();
    for (int i = 0; i < rolesTextsKeys.length; i += 3) {
      String key = rolesTextsKeys[i + 2];
      arguments.put(
          rolesTextsKeys[i],
          new Argument(rolesTextsKeys[i + 1], key.isEmpty() ? Optional.empty() : Optional.of(key)));
    }
    return new Step(intent, outcome, arguments);
  }

  @Override
  public Decision decide(Situation situation, long seed, BooleanSupplier cancelled) {
    asked.add(situation);
    Decision decision = answers.get(situation.text());
    return decision == null ? new Decision(List.of(), "Hm.", "", 1, 0) : decision;
  }
}
