package anima.client.cli.model;

import anima.brain.language.Decision;
import anima.brain.language.Self;
import anima.brain.language.Situation;
import anima.brain.language.Turn;
import anima.client.local.EmbeddedMind;
import anima.client.local.FailureException;
import anima.world.Label;
import anima.world.Language;
import anima.world.Mood;
import anima.world.Weather;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A talk with a model alone. */
@Command(
    name = "chat",
    mixinStandardHelpOptions = true,
    description = {"Talks with the model alone, without a world.", "不进入世界，直接和模型对话。"})
final class ModelChatCommand implements Callable<Integer> {
  @Option(names = "--model", paramLabel = "DIR", description = "Folder of another model.")
  private @Nullable Path folder;

  @Override
  public Integer call() throws FailureException, IOException {
    try (EmbeddedMind mind = folder == null ? EmbeddedMind.open() : EmbeddedMind.open(folder)) {
      BufferedReader in =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      List<Turn> turns = new ArrayList<>();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        Decision decision =
            mind.decider().decide(situation(line, turns), turns.size(), () -> false);
        System.out.println(decision.say());
        turns.add(new Turn(line, decision.steps(), decision.say()));
      }
      return 0;
    }
  }

  /** Someone with a name and a trade who knows nothing else. */
  private static Situation situation(String line, List<Turn> turns) {
    String text = line.substring(0, Math.min(line.length(), Situation.TEXT_LENGTH_MAX));
    Language language =
        text.codePoints().anyMatch(Character::isIdeographic) ? Language.ZH : Language.EN;
    return new Situation(
        language,
        new Self(new Label("Mira", "米拉"), new Label("harbour-mistress", "港务长"), Mood.CHEERFUL),
        language == Language.ZH ? "港口" : "harbour",
        10,
        Weather.CLEAR,
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new Situation.Abilities(true, false, true),
        turns.subList(Math.max(0, turns.size() - 4), turns.size()),
        text);
  }
}
