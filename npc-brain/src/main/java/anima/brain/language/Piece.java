package anima.brain.language;

import java.util.Optional;

/**
 * A stretch of an utterance as the model reads it.
 *
 * @param start where it begins in the text, in UTF-16 units
 * @param end where it ends, exclusive
 * @param kind what it was linked to; empty for a word of the vocabulary
 * @param key the word itself, or the identity of what it was linked to
 */
public record Piece(int start, int end, Optional<SlotKind> kind, String key) {
  static Piece word(Word at, String token) {
    return new Piece(at.start(), at.end(), Optional.empty(), token);
  }

  static Piece slot(Word first, Word last, SlotKind kind, String key) {
    return new Piece(first.start(), last.end(), Optional.of(kind), key);
  }
}
