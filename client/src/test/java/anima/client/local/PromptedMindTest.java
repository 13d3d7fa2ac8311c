package anima.client.local;

import static org.assertj.core.api.Assertions.assertThat;

import anima.brain.chat.ChatModel;
import anima.brain.chat.ChatReply;
import anima.brain.chat.ChatReply.Stop;
import anima.brain.chat.ChatReply.Timings;
import anima.brain.language.Decision;
import anima.brain.language.Self;
import anima.brain.language.Situation;
import anima.brain.language.Step;
import anima.brain.serve.OpenAiServer;
import anima.brain.serve.ServeOptions;
import anima.brain.serve.ServedModel;
import anima.world.Label;
import anima.world.Language;
import anima.world.Mood;
import anima.world.Weather;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A mind that thinks at a server, through our own door there. */
final class PromptedMindTest {
  private static final String ANSWER =
      "{\"do\": [{\"intent\": \"greet\"}], \"feel\": \"glad\", \"say\": \"Hello, stranger!\"}";

  @Test
  void a_server_thinks_for_an_inhabitant() throws Exception {
    ChatModel model =
        (request, listener, cancelled) -> {
          listener.text(ANSWER);
          return new ChatReply(ANSWER, List.of(), Stop.FINISHED, 9, 0, 3, new Timings(1, 2));
        };
    List<String> failures = new ArrayList<>();
    try (OpenAiServer server =
        OpenAiServer.start(
            new ServedModel("small", model, 100),
            ServeOptions.local().withPort(0),
            InstantSource.system(),
            new SecureRandom())) {
      URI address = URI.create("http://127.0.0.1:" + server.address().getPort() + "/v1");
      try (ThinkingMind mind =
          PromptedMind.remote(
              address, Optional.empty(), Optional.empty(), Language.EN, failures::add)) {
        Decision decision = mind.decider().decide(situation(), 1, () -> false);
        assertThat(failures).isEmpty();
        assertThat(decision.say()).isEqualTo("Hello, stranger!");
        assertThat(decision.steps()).extracting(Step::intent).containsExactly("greet");
      }
    }
  }

  private static Situation situation() {
    return new Situation(
        Language.EN,
        new Self(new Label("Mira", "米拉"), new Label("harbour-mistress", "港务长"), Mood.CHEERFUL),
        "harbour",
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
        List.of(),
        "hello");
  }
}
