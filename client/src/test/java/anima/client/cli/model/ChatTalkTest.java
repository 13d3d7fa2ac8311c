package anima.client.cli.model;

import static org.assertj.core.api.Assertions.assertThat;

import anima.brain.chat.ChatException;
import anima.brain.chat.ChatFault;
import anima.brain.chat.ChatListener;
import anima.brain.chat.ChatModel;
import anima.brain.chat.ChatReply;
import anima.brain.chat.ChatRequest;
import anima.world.Language;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

final class ChatTalkTest {
  /** Repeats what was said last, and is busy when told so. */
  private static final class Echo implements ChatModel {
    private final List<Integer> lengths = new ArrayList<>();

    @Override
    public ChatReply chat(ChatRequest request, ChatListener listener, BooleanSupplier cancelled)
        throws ChatException {
      String last = request.messages().get(request.messages().size() - 1).content();
      lengths.add(request.messages().size());
      if (last.equals("busy")) {
        throw new ChatException(ChatFault.BUSY, "echo");
      }
      listener.text(last + "!");
      return new ChatReply(
          last + "!", List.of(), ChatReply.Stop.FINISHED, 1, 0, 1, new ChatReply.Timings(1, 1));
    }
  }

  private static String talk(Echo model, String lines) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new ChatTalk(model, new PrintStream(out, true, StandardCharsets.UTF_8), Language.EN, 1)
        .run(new BufferedReader(new StringReader(lines)));
    return out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
  }

  @Test
  void answers_are_remembered_and_failures_are_not() throws Exception {
    Echo model = new Echo();
    assertThat(talk(model, "Hello\n\nbusy\n米拉\n"))
        .isEqualTo(
            """
            Hello!
            The model echo has too many conversations at once; try again in a moment
            米拉!
            """);
    assertThat(model.lengths).containsExactly(1, 3, 3);
  }

  @Test
  void a_long_talk_forgets_its_beginning() throws Exception {
    Echo model = new Echo();
    talk(model, "line\n".repeat(200));
    assertThat(model.lengths).last().isEqualTo(65);
  }
}
