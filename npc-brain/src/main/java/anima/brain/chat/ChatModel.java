package anima.brain.chat;

import java.util.function.BooleanSupplier;

/** Answers conversations. Any thread may ask, many at once. */
public interface ChatModel {
  /**
   * Answers a conversation; returns when the answer is complete.
   *
   * @param listener hears the answer's text as it comes, on the calling thread or one of the
   *     model's
   * @param cancelled asked at each token; once true, what was said so far is returned with {@link
   *     ChatReply.Stop#CANCELLED}
   */
  ChatReply chat(ChatRequest request, ChatListener listener, BooleanSupplier cancelled)
      throws ChatException;
}
