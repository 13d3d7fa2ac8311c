package anima.client.talk;

import java.util.Optional;

/** Where lines come from and go to. */
interface Terminal extends AutoCloseable {
  /** The next line that was typed; empty at the end. Waits for it. */
  Optional<String> read();

  /** Prints a line. Any thread. */
  void print(String line);

  /** Whether a person sits there; else lines come from a script, and each is answered in full. */
  boolean interactive();

  @Override
  void close();
}
