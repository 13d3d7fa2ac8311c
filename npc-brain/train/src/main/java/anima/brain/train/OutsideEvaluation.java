package anima.brain.train;

import anima.brain.language.Argument;
import anima.brain.language.Decider;
import anima.brain.language.Decision;
import anima.brain.language.ResourceLines;
import anima.brain.language.Step;
import anima.world.Language;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sentences that were not written for training, in a world of their own, from ear to reply. Those
 * so common that a phrase happens to have the same words are marked and also counted apart.
 */
final class OutsideEvaluation {
  private static final long SEED = 1;

  private final Decider decider;

  OutsideEvaluation(Decider decider) {
    this.decider = decider;
  }

  void run(Language language, boolean all, PrintStream out) {
    Score score = new Score();
    Score uncommon = new Score();
    for (String line :
        ResourceLines.read(OutsideEvaluation.class, "cases/" + language.code() + ".jsonl")) {
      JsonObject wanted = JsonParser.parseString(line).getAsJsonObject();
      String text = wanted.get("text").getAsString();
      Decision decision =
          decider.decide(CaseWorld.situation(language, text, before(wanted)), SEED, () -> false);
      JsonArray steps = wanted.getAsJsonArray("steps");
      boolean intents = intents(steps).equals(decision.steps().stream().map(Step::intent).toList());
      boolean whole = intents && arguments(steps, decision.steps());
      score.count(intents, whole);
      if (!wanted.has("common")) {
        uncommon.count(intents, whole);
      }
      if (all || !whole) {
        out.println((whole ? "  " : "✗ ") + text + "\n      " + say(decision));
      }
    }
    out.println("outside, " + language + ": " + score);
    out.println("outside, " + language + ", wordings that no phrase has: " + uncommon);
  }

  private static String say(Decision decision) {
    StringBuilder steps = new StringBuilder();
    for (Step step : decision.steps()) {
      steps.append(step.intent()).append(':').append(step.outcome());
      step.arguments()
          .forEach((role, a) -> steps.append(' ').append(role).append('=').append(a.text()));
      steps.append("; ");
    }
    return steps + decision.say();
  }

  private static Optional<Step> before(JsonObject wanted) {
    if (!wanted.has("before")) {
      return Optional.empty();
    }
    JsonObject before = wanted.getAsJsonObject("before");
    String role =
        before.keySet().stream().filter(k -> !k.equals("intent")).findFirst().orElseThrow();
    return Optional.of(
        CaseWorld.before(before.get("intent").getAsString(), role, before.get(role).getAsString()));
  }

  private static List<String> intents(JsonArray steps) {
    List<String> intents = new ArrayList<>();
    for (JsonElement step : steps) {
      intents.add(step.getAsJsonObject().get("intent").getAsString());
    }
    return intents;
  }

  private static boolean arguments(JsonArray wanted, List<Step> steps) {
    for (int i = 0; i < steps.size(); i++) {
      for (Map.Entry<String, JsonElement> role : wanted.get(i).getAsJsonObject().entrySet()) {
        Argument argument = steps.get(i).arguments().get(role.getKey());
        if (!role.getKey().equals("intent") && !matches(role.getValue().getAsString(), argument)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean matches(String wanted, @Nullable Argument argument) {
    return argument != null
        && (argument.key().map(wanted::equals).orElse(false)
            || argument.text().toLowerCase(Locale.ROOT).equals(wanted));
  }
}
