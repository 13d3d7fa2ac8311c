package anima.client.cli.model;

import anima.brain.language.Decision;
import anima.brain.language.Self;
import anima.brain.language.Situation;
import anima.brain.language.Turn;
import anima.client.local.EmbeddedMind;
import anima.world.Label;
import anima.world.Language;
import anima.world.Mood;
import anima.world.Weather;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A talk with the model that comes with Anima, which answers as someone in a place. */
final class EmbeddedChat {
  private static final int TURNS_KEPT = 4;

  private final EmbeddedMind mind;
  private final List<Turn> turns = new ArrayList<>();

  EmbeddedChat(EmbeddedMind mind) {
    this.mind = mind;
  }

  void run(BufferedReader in, PrintStream out) throws IOException {
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.strip().equals(ChatTerminal.RESET)) {
        turns.clear();
        continue;
      }
      Decision decision = mind.decider().decide(situation(line), turns.size(), () -> false);
      out.println(decision.say());
      turns.add(new Turn(line, decision.steps(), decision.say()));
    }
  }

  /** Someone with a name and a trade who knows nothing else. */
  private Situation situation(String line) {
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
        turns.subList(Math.max(0, turns.size() - TURNS_KEPT), turns.size()),
        text);
  }
}
