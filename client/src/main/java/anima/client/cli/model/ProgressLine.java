package anima.client.cli.model;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Tells how far a long work is: on a terminal one line that is written over and over, elsewhere a
 * line for each tenth. Owned by the thread that works.
 */
final class ProgressLine {
  private static final long REDRAW_NANOS = 200_000_000;
  private static final double SECOND_NANOS = 1e9;

  /** Weight of the newest measurement in the rate. */
  private static final double NEWEST = 0.2;

  private final PrintStream out;
  private final boolean terminal;
  private final LongSupplier nanoTime;
  private long drawnAt;
  private long drawnBytes;
  private double bytesPerSecond;
  private long tenths;
  private boolean begun;

  ProgressLine(PrintStream out, boolean terminal, LongSupplier nanoTime) {
    this.out = out;
    this.terminal = terminal;
    this.nanoTime = nanoTime;
  }

  void show(long doneBytes, long totalBytes) {
    long now = nanoTime.getAsLong();
    if (!begun) {
      begun = true;
      drawnAt = now;
      drawnBytes = doneBytes;
      tenths = tenths(doneBytes, totalBytes);
      return;
    }
    if (now - drawnAt < REDRAW_NANOS && doneBytes < totalBytes) {
      return;
    }
    measure(now, doneBytes);
    if (terminal) {
      // Erases the rest of the line: the text before may have been longer.
      out.print("\r" + text(doneBytes, totalBytes) + "\u001b[K");
      out.flush();
    } else if (tenths(doneBytes, totalBytes) > tenths) {
      out.println(text(doneBytes, totalBytes));
    }
    tenths = tenths(doneBytes, totalBytes);
  }

  /** Leaves the line. */
  void end() {
    if (terminal && begun) {
      out.println();
    }
  }

  private void measure(long now, long doneBytes) {
    double seconds = (now - drawnAt) / SECOND_NANOS;
    if (seconds > 0) {
      double rate = Math.max(0, doneBytes - drawnBytes) / seconds;
      bytesPerSecond = bytesPerSecond == 0 ? rate : NEWEST * rate + (1 - NEWEST) * bytesPerSecond;
    }
    drawnAt = now;
    drawnBytes = doneBytes;
  }

  private static long tenths(long doneBytes, long totalBytes) {
    return totalBytes > 0 ? 10 * doneBytes / totalBytes : 10;
  }

  private String text(long doneBytes, long totalBytes) {
    String left = "";
    if (bytesPerSecond > 0 && doneBytes < totalBytes) {
      long seconds = Math.round((totalBytes - doneBytes) / bytesPerSecond);
      left = String.format(Locale.ROOT, "  −%d:%02d", seconds / 60, seconds % 60);
    }
    return String.format(
        Locale.ROOT,
        "  %s / %s  %d %%  %s/s%s",
        ByteCount.of(doneBytes),
        ByteCount.of(totalBytes),
        totalBytes > 0 ? 100 * doneBytes / totalBytes : 100,
        ByteCount.of(Math.round(bytesPerSecond)),
        left);
  }
}
