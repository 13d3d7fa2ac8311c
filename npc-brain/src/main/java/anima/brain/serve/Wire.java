package anima.brain.serve;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The way back to one caller, written to by the thread that answers him, which also makes it. A
 * caller that has gone is noticed by the next write.
 */
final class Wire {
  private static final long IDLE = Long.MIN_VALUE;

  private final HttpExchange exchange;
  private final LongSupplier nanoTime;
  private @Nullable OutputStream body;
  private long lastWrite;
  private final Thread writer = Thread.currentThread();
  private boolean gone;

  /** Guarded by this. */
  private long writingSince = IDLE;

  /** Guarded by this. */
  private boolean interrupted;

  Wire(HttpExchange exchange, LongSupplier nanoTime) {
    this.exchange = exchange;
    this.nanoTime = nanoTime;
    this.lastWrite = nanoTime.getAsLong();
  }

  boolean begun() {
    return body != null;
  }

  boolean gone() {
    return gone;
  }

  /** Sends the head of an answer of unknown length. */
  void begin(String type) {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.getResponseHeaders().set("Cache-Control", "no-cache");
    try {
      exchange.sendResponseHeaders(200, 0);
      body = exchange.getResponseBody();
    } catch (IOException e) {
      gone = true;
    }
  }

  /** Sends a piece at once. */
  void write(String piece) {
    OutputStream out = body;
    if (gone || out == null) {
      return;
    }
    beginWrite();
    try {
      out.write(piece.getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      gone = true;
    } finally {
      endWrite();
    }
  }

  private synchronized void beginWrite() {
    writingSince = nanoTime.getAsLong();
  }

  private synchronized void endWrite() {
    lastWrite = nanoTime.getAsLong();
    writingSince = IDLE;
    if (interrupted) {
      gone = true;
      // It was meant for the write alone.
      boolean unused = Thread.interrupted();
    }
  }

  /** How long nothing has been sent, in nanoseconds. */
  long silence() {
    return nanoTime.getAsLong() - lastWrite;
  }

  /** Breaks off a write that has lasted longer, which closes the connection; from any thread. */
  synchronized void breakWrite(long longerNanos) {
    if (writingSince != IDLE && nanoTime.getAsLong() - writingSince > longerNanos) {
      interrupted = true;
      writer.interrupt();
    }
  }

  /** Ends an answer that is complete. */
  void end() {
    try {
      if (body != null && !gone) {
        body.close();
      }
    } catch (IOException e) {
      gone = true;
    }
  }

  /** Closes the connection, so that the caller sees that the answer is not complete. */
  void cut() {
    gone = true;
    exchange.close();
  }
}
