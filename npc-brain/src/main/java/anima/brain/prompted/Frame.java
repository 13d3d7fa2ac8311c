package anima.brain.prompted;

import anima.brain.language.Intent;
import anima.brain.language.IntentCatalogue;
import anima.brain.language.ResourceLines;
import anima.brain.language.Role;
import anima.world.Language;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The beginning that all prompts of a language share: what to answer, the rules of the world, and
 * the intents. It never changes, so that a model computes it once for all characters and turns.
 * Immutable.
 */
final class Frame {
  private final Map<Language, String> texts = new EnumMap<>(Language.class);

  /** Reads the texts that come with the program. */
  Frame(IntentCatalogue catalogue) {
    for (Language language : Language.values()) {
      texts.put(language, text(catalogue, language));
    }
  }

  String in(Language language) {
    return texts.getOrDefault(language, "");
  }

  private static String text(IntentCatalogue catalogue, Language language) {
    Map<String, String> meanings = new HashMap<>();
    for (String line : ResourceLines.read(Frame.class, "intents-" + language.code() + ".txt")) {
      String[] parts = line.split("\\|", 2);
      meanings.put(parts[0], parts[1]);
    }
    String rules =
        String.join("\n", ResourceLines.read(Frame.class, "rules-" + language.code() + ".txt"));
    String intents =
        catalogue
            .answerable()
            .map(intent -> line(intent, meanings))
            .collect(Collectors.joining("\n"));
    return rules.replace("{feelings}", String.join(", ", AnswerSchema.FEELINGS)) + "\n" + intents;
  }

  private static String line(Intent intent, Map<String, String> meanings) {
    String meaning = meanings.get(intent.name());
    if (meaning == null) {
      throw new IllegalStateException("nothing tells what the intent " + intent.name() + " means");
    }
    String roles =
        intent.roles().stream().sorted().map(Role::key).collect(Collectors.joining(", "));
    return intent.name() + (roles.isEmpty() ? "" : "(" + roles + ")") + ": " + meaning;
  }
}
