package anima.brain.llm.schedule;

import anima.brain.llm.text.SentenceStream;
import anima.brain.llm.text.TextTokenizer;
import java.util.function.Consumer;

/**
 * Hears a text by whole sentences, English or Chinese, so that speaking begins with the first one.
 * Give it to the request as its listener, and its {@link #finish} to the end of the generation:
 * {@code generation.done().thenRun(listener::finish)}. Used by the scheduler's thread.
 */
public final class SentenceListener implements TokenListener {
  private final SentenceStream stream;
  private final Consumer<String> sentences;

  /**
   * @param charactersMax longest sentence; a longer one is cut at a space
   * @param sentences hears each; must not block
   */
  public SentenceListener(TextTokenizer tokenizer, int charactersMax, Consumer<String> sentences) {
    this.stream = new SentenceStream(tokenizer, charactersMax);
    this.sentences = sentences;
  }

  @Override
  public void token(int id) {
    stream.take(id).forEach(sentences);
  }

  /** The text has ended: tells what is left of it. */
  public void finish() {
    stream.finish().forEach(sentences);
  }
}
