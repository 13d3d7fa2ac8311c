package anima.voice;

import org.jspecify.annotations.Nullable;

/**
 * Where frames come from: a {@link Microphone}, a recording, or a filter around another source (the
 * place for an echo canceller). Read by one thread; {@link #close} may come from any thread and
 * ends a read that waits.
 */
public interface AudioSource extends AutoCloseable {
  /** What to call it in a message to a person. */
  String name();

  /**
   * Waits for the next frame.
   *
   * @return null at the end of the sound or after {@link #close}
   * @throws VoiceException if the device is gone
   */
  @Nullable AudioFrame read() throws VoiceException;

  @Override
  void close();
}
