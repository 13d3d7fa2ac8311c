package anima.client.cli.model;

import java.io.PrintStream;

/** Tells each tenth of a download in a line of its own. */
final class DownloadLines {
  private final PrintStream out;
  private long tenths = -1;

  DownloadLines(PrintStream out) {
    this.out = out;
  }

  void progress(long doneBytes, long totalBytes) {
    long now = totalBytes > 0 ? 10 * doneBytes / totalBytes : doneBytes >> 25;
    if (now != tenths) {
      tenths = now;
      out.printf("  %.1f MB%n", doneBytes / 1e6);
    }
  }
}
