package anima.brain.llm.model;

import anima.brain.llm.text.TextTokenizer;
import java.nio.file.Path;
import java.util.Optional;

/** What the files of a model say about text. Immutable; any thread. */
public interface ModelText {
  /**
   * Opens the tokenizer.
   *
   * @param vocabularyTokens ids are smaller than this
   * @param cacheFolder where its native library may be unpacked
   */
  TextTokenizer openTokenizer(int vocabularyTokens, Path cacheFolder) throws ModelException;

  /** How a conversation is written as text: a Jinja template. */
  Optional<String> chatTemplate() throws ModelException;

  /** The text of the token that begins a text, which templates call {@code bos_token}. */
  Optional<String> beginText() throws ModelException;

  /** The text of the token that ends a text, which templates call {@code eos_token}. */
  Optional<String> endText() throws ModelException;
}
