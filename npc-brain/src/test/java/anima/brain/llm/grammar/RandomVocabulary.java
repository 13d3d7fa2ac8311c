package anima.brain.llm.grammar;

import anima.brain.llm.text.TokenBytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Makes byte-level vocabularies: all bytes, random merges of them, and a token that ends. */
final class RandomVocabulary {
  private static final List<String> PIECES =
      List.of(
          "{\"",
          "\":",
          " \"",
          "\",",
          "\"}",
          "\", \"",
          "\":\"",
          "]}",
          "[[",
          "},{",
          " the",
          "true",
          "null",
          "fal",
          "-",
          "0.",
          "12",
          "e+",
          "\\n",
          "\\\"",
          "\\u",
          "你好",
          "。",
          "！",
          "…",
          "é",
          "\uD83D\uDC4B",
          "ing",
          " of",
          "\n",
          "\t",
          ". ",
          "?\"",
          "apple",
          "    ",
          "//",
          "\\\\");

  /** The token that ends a text is the last one. */
  final TokenBytes bytes;

  final int end;

  RandomVocabulary(Random random, int merges) {
    List<byte[]> tokens = new ArrayList<>();
    for (int value = 0; value < 256; value++) {
      tokens.add(new byte[] {(byte) value});
    }
    Set<String> known = new LinkedHashSet<>();
    for (String piece : PIECES) {
      add(piece.getBytes(StandardCharsets.UTF_8), known, tokens);
    }
    while (tokens.size() < 256 + PIECES.size() + merges) {
      byte[] a = tokens.get(random.nextInt(tokens.size()));
      byte[] b = tokens.get(random.nextInt(tokens.size()));
      byte[] merged = new byte[a.length + b.length];
      System.arraycopy(a, 0, merged, 0, a.length);
      System.arraycopy(b, 0, merged, a.length, b.length);
      if (merged.length <= 20) {
        add(merged, known, tokens);
      }
    }
    end = tokens.size();
    tokens.add(new byte[0]);
    bytes = TokenBytes.of(tokens.toArray(byte[][]::new));
  }

  private static void add(byte[] token, Set<String> known, List<byte[]> tokens) {
    if (known.add(new String(token, StandardCharsets.ISO_8859_1))) {
      tokens.add(token);
    }
  }
}
