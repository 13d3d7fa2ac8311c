package anima.brain.llm.grammar;

import anima.brain.llm.text.TokenBytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Makes vocabularies of the size and make-up of published ones: bytes, words with and without a
 * space before them, capitals, Chinese, runs of one sign, and signs of programs in all mixtures.
 */
final class LikelyVocabulary {
  private static final List<String> ONSETS =
      List.of("b", "c", "d", "f", "g", "h", "l", "m", "n", "p", "r", "s", "t", "w", "st", "th", "");
  private static final List<String> VOWELS = List.of("a", "e", "i", "o", "u", "ea", "ou", "y");
  private static final List<String> CODAS = List.of("", "n", "r", "s", "t", "ng", "ck", "l", "ed");
  private static final String SIGNS = "\"{}[]():;,.'\\/-_=+<>*&#$%!? \n\t";

  private LikelyVocabulary() {}

  /** A vocabulary whose last token ends a text. */
  static TokenBytes of(int size) {
    Random random = new Random(size);
    Set<String> texts = new LinkedHashSet<>();
    for (char sign : " \n\t-=*#_".toCharArray()) {
      for (int length = 2; length <= 128; length += 1 + length / 8) {
        texts.add(String.valueOf(sign).repeat(length));
      }
    }
    while (texts.size() < size - 257) {
      texts.add(text(random));
    }
    List<byte[]> tokens = new ArrayList<>();
    for (int value = 0; value < 256; value++) {
      tokens.add(new byte[] {(byte) value});
    }
    texts.forEach(text -> tokens.add(text.getBytes(StandardCharsets.UTF_8)));
    tokens.add(new byte[0]);
    return TokenBytes.of(tokens.toArray(byte[][]::new));
  }

  private static String text(Random random) {
    int kind = random.nextInt(100);
    if (kind < 8) {
      return signs(random, 2 + random.nextInt(4));
    }
    if (kind < 20) {
      StringBuilder chinese = new StringBuilder();
      int length = 1 + random.nextInt(4);
      for (int i = 0; i < length; i++) {
        chinese.append((char) (0x4e00 + random.nextInt(3000)));
      }
      return chinese.toString();
    }
    StringBuilder word = new StringBuilder(random.nextBoolean() ? " " : "");
    int syllables = 1 + random.nextInt(3);
    for (int i = 0; i < syllables; i++) {
      word.append(one(ONSETS, random)).append(one(VOWELS, random)).append(one(CODAS, random));
    }
    if (kind < 30) {
      word.append(signs(random, 1));
    }
    return kind < 40 ? word.toString().toUpperCase(java.util.Locale.ROOT) : word.toString();
  }

  private static String signs(Random random, int count) {
    StringBuilder signs = new StringBuilder();
    for (int i = 0; i < count; i++) {
      signs.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
    }
    return signs.toString();
  }

  private static String one(List<String> parts, Random random) {
    return parts.get(random.nextInt(parts.size()));
  }
}
