package anima.brain.bench.machine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;

/**
 * The program of a child process that draws as a game does: 60 frames a second, each made to take
 * half of its time on an idle core. For every line of input it tells the frame times since the line
 * before; it ends with its input.
 */
public final class FrameProgram {
  /** First line of its output: it draws from now on. */
  public static final String READY = "anima-frames ready";

  private static final long FRAME_NANOS = 1_000_000_000L / 60;
  private static final double DRAW_MILLIS = 8;
  private static final double NANOS_PER_MILLI = 1e6;
  private static final long SEED = 60;

  private FrameProgram() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    System.setProperty("java.awt.headless", "true");
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    FramePainter painter = new FramePainter(SEED);
    // The first calibration also lets the compiler finish.
    painter.trianglesIn(DRAW_MILLIS);
    int triangles = painter.trianglesIn(DRAW_MILLIS);
    FrameLog log = new FrameLog();
    Thread thread = new Thread(() -> draw(painter, triangles, log), "frames");
    thread.setDaemon(true);
    thread.start();
    out.println(READY);
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      while (in.readLine() != null) {
        out.println(log.take().line());
      }
    }
  }

  private static void draw(FramePainter painter, int triangles, FrameLog log) {
    long due = System.nanoTime();
    while (true) {
      long early = due - System.nanoTime();
      if (early > 0) {
        LockSupport.parkNanos(early);
        continue;
      }
      painter.paint(triangles);
      long late = System.nanoTime() - due;
      log.add(late / NANOS_PER_MILLI);
      // A late frame takes the place of those that were due meanwhile.
      due += FRAME_NANOS * (1 + late / FRAME_NANOS);
    }
  }
}
