package anima.brain.chat.local;

import anima.brain.chat.ChatException;
import anima.brain.chat.ChatFault;
import anima.brain.llm.SamplerOptions;
import anima.brain.llm.TokenMask;
import anima.brain.llm.schedule.GenerateRequest;
import anima.brain.llm.schedule.Generated;
import anima.brain.llm.schedule.Generation;
import anima.brain.llm.schedule.Rank;
import anima.brain.llm.schedule.StopReason;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * One stretch of an answer that the model writes in one go. The model's thread hands over tokens;
 * the thread that asks makes text of them, so that a slow listener holds up nobody else.
 */
final class Passage {
  private static final long POLL_MILLIS = 50;

  /** Stands behind the last token. */
  private static final int END = -1;

  private final LocalChat model;
  private final BlockingQueue<Integer> tokens;
  private final Generation generation;
  private final ByteText bytes;
  private final StopText stops;
  private final StringBuilder text = new StringBuilder();
  private int taken;

  /**
   * Begins to write.
   *
   * @param stopTexts end the passage
   * @param begun whether the answer has begun before
   */
  Passage(
      LocalChat model,
      int[] prompt,
      int tokensMax,
      SamplerOptions sampling,
      long seed,
      TokenMask mask,
      List<String> stopTexts,
      boolean begun) {
    this.model = model;
    this.tokens = new ArrayBlockingQueue<>(tokensMax + 1);
    this.bytes = new ByteText(model.tokenizer, begun);
    this.stops = new StopText(stopTexts);
    this.generation =
        model.scheduler.submit(
            new GenerateRequest(
                prompt,
                tokensMax,
                model.endTokens,
                sampling,
                seed,
                mask,
                Rank.PERSON_WAITS,
                tokens::add));
    CompletableFuture<?> unused = generation.done().thenRun(() -> tokens.add(END));
  }

  /** Hears the passage to its end. */
  Generated hear(Consumer<String> listener, BooleanSupplier cancelled) throws ChatException {
    try {
      boolean goesOn = true;
      while (goesOn) {
        Integer token = tokens.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
        goesOn = token == null || token != END;
        if (token != null && token != END) {
          taken++;
          say(stops.take(bytes.take(token)), listener);
          goesOn = stops.found().isEmpty();
        }
        goesOn = goesOn && !cancelled.getAsBoolean();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      generation.cancel();
    }
    Generated outcome = generation.done().join();
    if (stops.found().isEmpty()) {
      say(stops.take(bytes.finish()), listener);
      say(stops.finish(), listener);
    }
    return checked(outcome);
  }

  private void say(String piece, Consumer<String> listener) {
    if (!piece.isEmpty()) {
      text.append(piece);
      listener.accept(piece);
    }
  }

  private Generated checked(Generated outcome) throws ChatException {
    StopReason why = outcome.stopReason();
    if (why == StopReason.CROWDED_OUT) {
      throw new ChatException(ChatFault.BUSY, model.name);
    }
    if (why == StopReason.CLOSED) {
      throw new ChatException(ChatFault.CLOSED, model.name);
    }
    if (why == StopReason.FAILED) {
      throw new ChatException(ChatFault.FAILED, model.name, outcome.failure().orElse(""));
    }
    return outcome;
  }

  String text() {
    return text.toString();
  }

  /** Whether one of the stop texts has ended it. */
  boolean stoppedAt(String stop) {
    return stops.found().filter(stop::equals).isPresent();
  }

  boolean stopped() {
    return stops.found().isPresent();
  }

  /** Tokens that made it into the passage. */
  int tokens() {
    return taken;
  }
}
