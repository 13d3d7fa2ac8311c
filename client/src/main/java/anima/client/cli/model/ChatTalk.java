package anima.client.cli.model;

import anima.brain.chat.ChatException;
import anima.brain.chat.ChatMessage;
import anima.brain.chat.ChatModel;
import anima.brain.chat.ChatReply;
import anima.brain.chat.ChatRequest;
import anima.brain.chat.ChatSettings;
import anima.world.Language;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A talk with a chat model, line by line; answers are written as they come. Owned by one thread.
 */
final class ChatTalk {
  /** Messages the model is reminded of; the oldest are dropped. */
  private static final int MESSAGES_MAX = 64;

  private static final int ANSWER_TOKENS_MAX = 512;

  private final ChatModel model;
  private final PrintStream out;
  private final Language language;
  private final long seed;
  private final List<ChatMessage> messages = new ArrayList<>();

  ChatTalk(ChatModel model, PrintStream out, Language language, long seed) {
    this.model = model;
    this.out = out;
    this.language = language;
    this.seed = seed;
  }

  /** Talks until the lines end. */
  void run(BufferedReader in) throws IOException {
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (!line.isBlank()) {
        answer(line.substring(0, Math.min(line.length(), ChatMessage.CONTENT_LENGTH_MAX)));
      }
    }
  }

  private void answer(String line) {
    messages.add(ChatMessage.user(line));
    try {
      ChatReply reply =
          model.chat(
              ChatRequest.of(messages, ChatSettings.of(ANSWER_TOKENS_MAX, seed)),
              this::write,
              () -> false);
      out.println();
      messages.add(ChatMessage.assistant(reply.text()));
      // In pairs, so that a question stays the first.
      while (messages.size() > MESSAGES_MAX) {
        messages.subList(0, 2).clear();
      }
    } catch (ChatException e) {
      messages.remove(messages.size() - 1);
      out.println(e.in(language));
    }
  }

  private void write(String piece) {
    out.print(piece);
    out.flush();
  }
}
