package de.dfki.lt.tools.tokenizer.annotate;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Annotations as one array per key over all characters. Owned by one thread. */
public final class FastAnnotatedString implements AnnotatedString {
  private final String text;
  private final Map<String, Span[]> spans = new HashMap<>();
  private int index;

  public FastAnnotatedString(String text) {
    this.text = text;
  }

  private record Span(Object value, int begin, int end) {}

  @Override
  public void annotate(String key, Object value, int beginIndex, int endIndex) {
    Span span = new Span(value, beginIndex, endIndex);
    Span[] row = spans.computeIfAbsent(key, any -> new Span[text.length()]);
    for (int i = beginIndex; i < endIndex; i++) {
      row[i] = span;
    }
  }

  private @Nullable Span spanAt(String key, int at) {
    Span[] row = spans.get(key);
    return row == null || at >= row.length ? null : row[at];
  }

  @Override
  public @Nullable Object getAnnotation(String key) {
    Span span = spanAt(key, index);
    return span == null ? null : span.value();
  }

  @Override
  public int getRunStart(String key) {
    int start = index;
    while (start > 0 && Objects.equals(spanAt(key, start - 1), spanAt(key, index))) {
      start--;
    }
    return start;
  }

  @Override
  public int getRunLimit(String key) {
    int limit = index;
    while (limit < text.length() && Objects.equals(spanAt(key, limit), spanAt(key, index))) {
      limit++;
    }
    return limit;
  }

  @Override
  public String substring(int beginIndex, int endIndex) {
    return text.substring(beginIndex, endIndex);
  }

  @Override
  public char current() {
    return index < text.length() ? text.charAt(index) : DONE;
  }

  @Override
  public char setIndex(int position) {
    index = position;
    return current();
  }

  @Override
  public char first() {
    return setIndex(0);
  }

  @Override
  public char last() {
    return setIndex(Math.max(0, text.length() - 1));
  }

  @Override
  public char next() {
    return setIndex(Math.min(text.length(), index + 1));
  }

  @Override
  public char previous() {
    return index == 0 ? DONE : setIndex(index - 1);
  }

  @Override
  public int getBeginIndex() {
    return 0;
  }

  @Override
  public int getEndIndex() {
    return text.length();
  }

  @Override
  public int getIndex() {
    return index;
  }

  @Override
  public Object clone() {
    throw new UnsupportedOperationException("MaryTTS does not clone it");
  }

  @Override
  public String toString() {
    return text;
  }
}
