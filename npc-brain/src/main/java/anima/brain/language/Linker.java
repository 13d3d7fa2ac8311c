package anima.brain.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Marks the people, places, goods, numbers and unknown words of an utterance, so that the model
 * reads slots where it could not know the words. Training reads through the same code. Immutable.
 */
public final class Linker {
  static final String ME = "<me>";

  private final Speller speller;

  Linker(Speller speller) {
    this.speller = speller;
  }

  /** The utterance in pieces, in order; signs that the vocabulary does not have are left out. */
  public List<Piece> link(String text, Knowledge knowledge) {
    List<Word> words = Words.split(text);
    NameMatcher names = new NameMatcher(speller, knowledge.names());
    NameMatcher own =
        new NameMatcher(speller, List.of(new KnownName(SlotKind.PERSON, ME, knowledge.ownNames())));
    List<Piece> pieces = new ArrayList<>();
    int at = 0;
    while (at < words.size()) {
      at += piece(words, at, names, own, pieces);
    }
    return pieces;
  }

  /** Adds the piece at a word, if any, and returns how many words it takes. */
  private int piece(
      List<Word> words, int at, NameMatcher names, NameMatcher own, List<Piece> pieces) {
    Word word = words.get(at);
    Optional<NameMatcher.Match> self = own.at(words, at);
    Optional<NameMatcher.Match> other = names.at(words, at);
    if (self.isPresent() && other.map(o -> o.score() <= self.get().score()).orElse(true)) {
      Word last = words.get(at + self.get().length() - 1);
      pieces.add(new Piece(word.start(), last.end(), Optional.empty(), ME));
      return self.get().length();
    }
    if (other.isPresent()) {
      NameMatcher.Match match = other.get();
      pieces.add(Piece.slot(word, words.get(at + match.length() - 1), match.kind(), match.key()));
      return match.length();
    }
    Numerals.Found number = Numerals.at(words, at);
    if (number.length() > 0) {
      Word last = words.get(at + number.length() - 1);
      pieces.add(Piece.slot(word, last, SlotKind.NUMBER, Long.toString(number.value())));
      return number.length();
    }
    Optional<String> known = speller.resolve(word.lower());
    if (known.isPresent()) {
      pieces.add(Piece.word(word, known.get()));
    } else if (word.isLatin() || word.isChinese() || word.isDigits()) {
      pieces.add(Piece.slot(word, word, SlotKind.WORD, word.lower()));
    }
    return 1;
  }
}
