package anima.brain.llm.grammar;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * The tokens that are plain text: whole characters, perhaps with the beginning of one at the end,
 * and none of them a control, a quote or a backslash. Free text that has room for their characters
 * allows them all, so that only the rest of the vocabulary needs a walk. Immutable.
 */
final class PlainTokens {
  /** Of longer tokens there are few. */
  private static final int CHARACTERS_MAX = 16;

  /** By number of characters: the tokens that have no more. */
  private final BitSet[] upTo = new BitSet[CHARACTERS_MAX + 1];

  /** Tokens of more characters, from short to long, and their characters. */
  private final int[] longer;

  private final int[] longerCharacters;

  /** Numbers of characters at which the room for a text makes a difference. */
  private final BitSet rooms = new BitSet();

  private PlainTokens(int size, int[] characters) {
    Arrays.setAll(upTo, i -> new BitSet(size));
    for (int id = 0; id < characters.length; id++) {
      for (int most = Math.max(0, characters[id]); most <= CHARACTERS_MAX; most++) {
        upTo[most].set(id, characters[id] >= 0);
      }
    }
    longer =
        IntStream.range(0, characters.length)
            .filter(id -> characters[id] > CHARACTERS_MAX)
            .boxed()
            .sorted((a, b) -> Integer.compare(characters[a], characters[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    longerCharacters = Arrays.stream(longer).map(id -> characters[id]).toArray();
  }

  /**
   * Finds the plain tokens among those of a vocabulary.
   *
   * @param restBytesMax length of the longest other token that can stand in a text of one line
   */
  static PlainTokens of(byte[][] texts, int restBytesMax) {
    int[] characters = new int[texts.length];
    for (int id = 0; id < texts.length; id++) {
      boolean used = texts[id].length <= TokenTrie.TOKEN_BYTES_MAX;
      characters[id] = used ? PlainText.charactersOf(texts[id]) : -1;
    }
    PlainTokens plain = new PlainTokens(texts.length, characters);
    plain.rooms.set(0, restBytesMax + 2);
    for (int count : characters) {
      if (count > 0) {
        // A text of sentences keeps one character for its end.
        plain.rooms.set(count, count + 2);
      }
    }
    return plain;
  }

  /** Adds the tokens of at most so many characters. */
  void add(int charactersMax, BitSet to) {
    to.or(upTo[Math.max(0, Math.min(charactersMax, CHARACTERS_MAX))]);
    for (int i = 0; i < longer.length && longerCharacters[i] <= charactersMax; i++) {
      to.set(longer[i]);
    }
  }

  /** The least room for characters that allows the same tokens as this one. */
  int alike(int room) {
    return rooms.previousSetBit(Math.min(room, rooms.length()));
  }
}
