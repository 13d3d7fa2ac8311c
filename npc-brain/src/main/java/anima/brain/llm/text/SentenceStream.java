package anima.brain.llm.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Turns tokens into sentences as they come, so that speaking can begin while the rest is still
 * being written. Owned by one thread.
 */
public final class SentenceStream {
  private final TextAssembler assembler;
  private final SentenceCutter cutter;

  /**
   * Begins a text.
   *
   * @param charactersMax longest sentence; a longer one is cut at a space
   */
  public SentenceStream(TextTokenizer tokenizer, int charactersMax) {
    this.assembler = new TextAssembler(tokenizer);
    this.cutter = new SentenceCutter(charactersMax);
  }

  /** Takes a token; returns the sentences that have ended by it. */
  public List<String> take(int token) {
    return cutter.take(assembler.take(token));
  }

  /** The text has ended; returns what is left of it. */
  public List<String> finish() {
    List<String> last = new ArrayList<>(cutter.take(assembler.finish()));
    last.addAll(cutter.finish());
    return last;
  }
}
