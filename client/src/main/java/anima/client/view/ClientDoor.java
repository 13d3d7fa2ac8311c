package anima.client.view;

import anima.client.sound.SpeechSink;
import java.nio.file.Path;
import java.util.function.Consumer;

/** What others in the program may ask of an open client. All methods: any thread, never block. */
public interface ClientDoor {
  /** Where spoken sentences go to be heard at their speakers' mouths. */
  SpeechSink speech();

  /** Words that are being recognised, shown until the next call; empty clears them. */
  void partial(String words);

  /** Shows one sentence for a while. */
  void notice(String sentence);

  /** Opens the chat line with some text in it. */
  void openChat(String text);

  /**
   * Writes the next picture to a PNG file.
   *
   * @param done hears on the render thread what went wrong in one sentence, or an empty text
   */
  void screenshot(Path file, Consumer<String> done);

  /** Closes the client after the present picture. */
  void close();
}
