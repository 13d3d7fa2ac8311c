package de.dfki.lt.tools.tokenizer.annotate;

import java.text.CharacterIterator;
import org.jspecify.annotations.Nullable;

/** A text of which spans carry values under keys, read at the iterator's index. */
public interface AnnotatedString extends CharacterIterator {
  /** The value at the index. */
  @Nullable Object getAnnotation(String key);

  /** First index of the span around the index that has one annotation, or none. */
  int getRunStart(String key);

  /** One past its last index. */
  int getRunLimit(String key);

  String substring(int beginIndex, int endIndex);

  void annotate(String key, Object value, int beginIndex, int endIndex);
}
