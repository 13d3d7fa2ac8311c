package anima.brain.chat.remote;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Hands the bytes of an answer from the connection's thread to the one that asked. Only one piece
 * is asked for at a time, so that a fast server cannot fill the memory.
 */
final class AnswerBytes implements Flow.Subscriber<List<ByteBuffer>> {
  /** A piece of an answer, its end, or what broke it. */
  record Piece(List<ByteBuffer> bytes, boolean last, @Nullable Throwable failure) {}

  /** One piece and the end behind it. */
  private final BlockingQueue<Piece> pieces = new ArrayBlockingQueue<>(4);

  private volatile Flow.@Nullable Subscription subscription;
  private volatile boolean closed;

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription = given;
    if (closed) {
      given.cancel();
    } else {
      given.request(1);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> bytes) {
    offer(new Piece(bytes, false, null));
  }

  @Override
  public void onError(Throwable failure) {
    offer(new Piece(List.of(), true, failure));
  }

  @Override
  public void onComplete() {
    offer(new Piece(List.of(), true, null));
  }

  private void offer(Piece piece) {
    if (!pieces.offer(piece)) {
      throw new IllegalStateException("more pieces came than were asked for");
    }
  }

  /** Waits for the next piece; null when none comes in time. */
  @Nullable Piece next(long waitMillis) throws InterruptedException {
    Piece piece = pieces.poll(waitMillis, TimeUnit.MILLISECONDS);
    Flow.Subscription source = subscription;
    if (piece != null && !piece.last && source != null) {
      source.request(1);
    }
    return piece;
  }

  /** Ends the connection, whose answer is no longer wanted. */
  void close() {
    closed = true;
    Flow.Subscription source = subscription;
    if (source != null) {
      source.cancel();
    }
  }
}
