package anima.brain.llm.grammar;

import anima.brain.llm.text.TextTokenizer;
import anima.brain.llm.text.TokenBytes;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * The tokens of a vocabulary by their bytes, made once to find quickly which of them a grammar
 * allows. Immutable; any thread.
 */
public final class TokenTrie {
  /** Longest token that is ever allowed, in bytes. */
  static final int TOKEN_BYTES_MAX = 256;

  private final TokenBytes bytes;
  private final TokenTree all;

  /** The tokens of {@link #all} that are not plain text, or end a sentence. */
  private final TokenTree rest;

  private final PlainTokens plain;
  private final BitSet single = new BitSet(256);
  private final int bytesMax;

  private TokenTrie(TokenBytes bytes, byte[][] texts, int[] ids) {
    this.bytes = bytes;
    this.all = new TokenTree(ids, texts);
    int[] others =
        Arrays.stream(ids)
            .filter(id -> PlainText.charactersOf(texts[id]) < 0 || PlainText.nearsEnd(texts[id]))
            .toArray();
    this.rest = new TokenTree(others, texts);
    this.plain = PlainTokens.of(texts, longest(others, texts, true));
    this.bytesMax = longest(ids, texts, false);
    for (int id : ids) {
      if (texts[id].length == 1) {
        single.set(texts[id][0] & 0xff);
      }
    }
  }

  public static TokenTrie of(TextTokenizer tokenizer) {
    return of(tokenizer.bytes());
  }

  /** Sorts all tokens into trees; takes about a third of a second for 150,000. */
  public static TokenTrie of(TokenBytes bytes) {
    byte[][] texts = new byte[bytes.size()][];
    Arrays.setAll(texts, bytes::of);
    Integer[] sorted =
        IntStream.range(0, texts.length)
            .filter(id -> texts[id].length > 0 && texts[id].length <= TOKEN_BYTES_MAX)
            .boxed()
            .toArray(Integer[]::new);
    // The sort is stable: of tokens with equal bytes the lower id comes first.
    Arrays.sort(sorted, (a, b) -> Arrays.compareUnsigned(texts[a], texts[b]));
    int[] ids = Arrays.stream(sorted).mapToInt(Integer::intValue).toArray();
    return new TokenTrie(bytes, texts, ids);
  }

  private static int longest(int[] ids, byte[][] texts, boolean oneLine) {
    int longest = 0;
    for (int id : ids) {
      boolean counts =
          !oneLine || IntStream.range(0, texts[id].length).allMatch(i -> isText(texts[id][i]));
      longest = counts ? Math.max(longest, texts[id].length) : longest;
    }
    return longest;
  }

  private static boolean isText(byte value) {
    return value < 0 || value >= ' ';
  }

  /** Ids are smaller than this. */
  public int size() {
    return bytes.size();
  }

  TokenBytes bytes() {
    return bytes;
  }

  TokenTree all() {
    return all;
  }

  TokenTree rest() {
    return rest;
  }

  PlainTokens plain() {
    return plain;
  }

  /** The bytes that some token stands for alone. */
  BitSet single() {
    return single;
  }

  /** Length of the longest token that is ever allowed, in bytes. */
  int bytesMax() {
    return bytesMax;
  }
}
