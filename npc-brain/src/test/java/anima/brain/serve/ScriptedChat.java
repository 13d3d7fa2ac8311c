package anima.brain.serve;

import anima.brain.chat.ChatCall;
import anima.brain.chat.ChatException;
import anima.brain.chat.ChatListener;
import anima.brain.chat.ChatModel;
import anima.brain.chat.ChatReply;
import anima.brain.chat.ChatRequest;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A model that says what a test wants, so that the door can be tested alone. Any thread. */
public final class ScriptedChat implements ChatModel {
  /** Says its pieces. */
  public static final List<String> PIECES = List.of("Good ", "day, ", "米拉🌅", "!");

  /** What it was asked. */
  public final Queue<ChatRequest> asked = new ArrayBlockingQueue<>(1024);

  /** Counted down when it begins to speak for ever. */
  public final CountDownLatch begun = new CountDownLatch(1);

  /** Counted down when somebody has cancelled. */
  public final CountDownLatch cancelled = new CountDownLatch(1);

  private final boolean endless;
  private final String filler;

  private ScriptedChat(boolean endless, String filler) {
    this.endless = endless;
    this.filler = filler;
  }

  public static ScriptedChat brief() {
    return new ScriptedChat(false, "");
  }

  /** Speaks until it is cancelled. */
  public static ScriptedChat endless(String filler) {
    return new ScriptedChat(true, filler);
  }

  @Override
  public ChatReply chat(ChatRequest request, ChatListener listener, BooleanSupplier unwanted)
      throws ChatException {
    asked.add(request);
    StringBuilder said = new StringBuilder();
    for (String piece : PIECES) {
      listener.text(piece);
      said.append(piece);
    }
    begun.countDown();
    try {
      while (endless && !unwanted.getAsBoolean()) {
        listener.text(filler);
        // A model takes its time for each token.
        boolean unused = cancelled.await(1, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (endless) {
      cancelled.countDown();
    }
    List<ChatCall> calls =
        request.tools().isEmpty()
            ? List.of()
            : List.of(
                new ChatCall(
                    "a1b2c3d4e",
                    request.tools().get(0).name(),
                    request.tools().get(0).parameters()));
    ChatReply.Stop stop =
        endless
            ? ChatReply.Stop.CANCELLED
            : calls.isEmpty() ? ChatReply.Stop.FINISHED : ChatReply.Stop.TOOL_CALLS;
    return new ChatReply(said.toString(), calls, stop, 11, 5, 4, new ChatReply.Timings(1, 2));
  }
}
