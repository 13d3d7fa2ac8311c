package anima.client.cli.model;

import anima.brain.chat.ChatException;
import anima.brain.chat.ChatMessage;
import anima.brain.chat.ChatModel;
import anima.brain.chat.ChatReply;
import anima.brain.chat.ChatRequest;
import anima.brain.chat.ChatSettings;
import anima.client.local.FailureException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A conversation with a model, line by line; the answer is shown while it is made. Owned by one
 * thread.
 */
final class ChatTerminal {
  static final String RESET = "/reset";
  private static final String QUIT = "/quit";

  private final ChatModel model;
  private final Words words;
  private final ChatSettings settings;
  private final boolean person;
  private final PrintStream out;
  private final List<ChatMessage> messages = new ArrayList<>();
  private final Optional<ChatMessage> system;

  /**
   * A conversation that has not begun.
   *
   * @param system what the model is told before all else
   * @param person whether someone types; a script's first failure ends it
   */
  ChatTerminal(
      ChatModel model,
      Words words,
      Optional<String> system,
      ChatSettings settings,
      boolean person,
      PrintStream out) {
    this.model = model;
    this.words = words;
    this.settings = settings;
    this.person = person;
    this.out = out;
    this.system = system.map(ChatMessage::system);
    reset();
  }

  private void reset() {
    messages.clear();
    system.ifPresent(messages::add);
  }

  /** Answers each line until there are no more. */
  void run(BufferedReader in) throws IOException, FailureException {
    invite();
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String text = line.strip();
      if (text.equals(QUIT)) {
        return;
      }
      if (text.equals(RESET)) {
        reset();
        note(words.say("The conversation begins anew.", "对话重新开始。"));
      } else if (!text.isEmpty()) {
        answer(text);
      }
      invite();
    }
  }

  private void invite() {
    if (person) {
      out.print("> ");
      out.flush();
    }
  }

  private void note(String text) {
    if (person) {
      out.println(text);
    }
  }

  private void answer(String text) throws FailureException {
    messages.add(ChatMessage.user(text));
    try {
      ChatReply reply = model.chat(ChatRequest.of(messages, settings), this::show, () -> false);
      out.println();
      messages.add(ChatMessage.assistant(reply.text()));
    } catch (ChatException e) {
      messages.remove(messages.size() - 1);
      refused(e.in(words.language()));
    } catch (IllegalArgumentException tooLong) {
      messages.remove(messages.size() - 1);
      refused(String.valueOf(tooLong.getMessage()));
    }
  }

  private void show(String piece) {
    out.print(piece);
    out.flush();
  }

  private void refused(String sentence) throws FailureException {
    if (!person) {
      throw new FailureException(sentence);
    }
    out.println();
    out.println(sentence + words.say(" (/reset begins anew)", "（/reset 重新开始）"));
  }
}
