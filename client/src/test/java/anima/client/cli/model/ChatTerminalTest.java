package anima.client.cli.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anima.brain.chat.ChatException;
import anima.brain.chat.ChatFault;
import anima.brain.chat.ChatMessage;
import anima.brain.chat.ChatModel;
import anima.brain.chat.ChatReply;
import anima.brain.chat.ChatSettings;
import anima.client.local.FailureException;
import anima.world.Language;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChatTerminalTest {
  private final List<String> asked = new ArrayList<>();

  /** Answers with how many messages it was given; refuses to hear of fire. */
  private final ChatModel model =
      (request, listener, cancelled) -> {
        asked.add(String.join("|", request.messages().stream().map(ChatMessage::content).toList()));
        if (asked.get(asked.size() - 1).endsWith("fire")) {
          throw new ChatException(ChatFault.TOO_LONG, 2, 1);
        }
        String text = "n=" + request.messages().size();
        listener.text(text.substring(0, 1));
        listener.text(text.substring(1));
        return new ChatReply(
            text, List.of(), ChatReply.Stop.FINISHED, 1, 0, 1, new ChatReply.Timings(1, 1));
      };

  private String talk(boolean person, String lines) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new ChatTerminal(
            model,
            new Words(Language.EN),
            Optional.of("Be kind."),
            ChatSettings.greedy(8),
            person,
            new PrintStream(out, true, StandardCharsets.UTF_8))
        .run(new BufferedReader(new StringReader(lines)));
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void each_line_is_answered_with_all_that_was_said() throws Exception {
    assertThat(talk(false, "one\n\ntwo\n").lines()).containsExactly("n=2", "n=4");
    assertThat(asked).containsExactly("Be kind.|one", "Be kind.|one|n=2|two");
  }

  @Test
  void a_new_beginning_keeps_only_what_the_model_was_told_first() throws Exception {
    talk(false, "one\n/reset\ntwo\n/quit\nthree\n");
    assertThat(asked).containsExactly("Be kind.|one", "Be kind.|two");
  }

  @Test
  void a_refused_line_is_forgotten_and_a_person_goes_on() throws Exception {
    assertThat(talk(true, "fire\ntwo\n")).contains("/reset begins anew").contains("n=2");
    assertThat(asked).containsExactly("Be kind.|fire", "Be kind.|two");
    assertThatThrownBy(() -> talk(false, "fire\n")).isInstanceOf(FailureException.class);
  }
}
