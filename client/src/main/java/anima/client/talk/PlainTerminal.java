package anima.client.talk;

import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Lines from a pipe or file, plain output. */
final class PlainTerminal implements Terminal {
  /** Longest line; what is beyond is dropped, and what is left is still refused as too long. */
  static final int LINE_LENGTH_MAX = 1 << 16;

  private final Reader in;
  private final PrintStream out;

  /**
   * Reads a stream of lines.
   *
   * @param in buffered by the caller
   */
  PlainTerminal(Reader in, PrintStream out) {
    this.in = in;
    this.out = out;
  }

  @Override
  public Optional<String> read() {
    StringBuilder line = new StringBuilder();
    try {
      int c = in.read();
      if (c < 0) {
        return Optional.empty();
      }
      while (c >= 0 && c != '\n') {
        if (c != '\r' && line.length() < LINE_LENGTH_MAX) {
          line.append((char) c);
        }
        c = in.read();
      }
      return Optional.of(line.toString());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void print(String line) {
    out.println(line);
    out.flush();
  }

  @Override
  public boolean interactive() {
    return false;
  }

  @Override
  public void close() {
    out.flush();
  }
}
