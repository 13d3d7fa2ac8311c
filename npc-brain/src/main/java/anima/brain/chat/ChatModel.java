package anima.brain.chat;

import java.util.function.BooleanSupplier;

/** Answers conversations. Any thread may ask, many at once. */
public interface ChatModel {
  /**
   * Answers a conversation; returns when the answer is complete.
   *
   * @param listener hears the answer's text as it comes, on the calling thread; who is slow holds
   *     up only his own answer
   * @param cancelled asked on the calling thread, at each token and ten times a second at least;
   *     once true, what was said so far is returned with {@link ChatReply.Stop#CANCELLED}
   */
  ChatReply chat(ChatRequest request, ChatListener listener, BooleanSupplier cancelled)
      throws ChatException;
}
