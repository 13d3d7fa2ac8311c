package anima.brain.prompted;

import anima.brain.chat.ChatException;
import anima.brain.chat.ChatListener;
import anima.brain.chat.ChatModel;
import anima.brain.chat.ChatReply;
import anima.brain.chat.ChatRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** A test double of a model: gives the answer it is told, after a given delay of the clock. */
final class ScriptedChat implements ChatModel {
  final List<ChatRequest> asked = new ArrayList<>();
  private final String answer;

  ScriptedChat(String answer) {
    this.answer = answer;
  }

  @Override
  public ChatReply chat(ChatRequest request, ChatListener listener, BooleanSupplier cancelled)
      throws ChatException {
    asked.add(request);
    ChatReply.Stop stop =
        cancelled.getAsBoolean() ? ChatReply.Stop.CANCELLED : ChatReply.Stop.FINISHED;
    return new ChatReply(answer, List.of(), stop, 100, 90, 20, new ChatReply.Timings(1.5, 2));
  }
}
