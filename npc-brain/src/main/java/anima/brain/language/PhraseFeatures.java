package anima.brain.language;

import java.util.ArrayList;
import java.util.List;

/**
 * What of an utterance a {@link HintTable} looks at: its pieces alone, in pairs and in threes, and
 * the beginnings of English words; each as a bucket of a hash table.
 */
public final class PhraseFeatures {
  private static final int STEM_LENGTH = 4;

  private PhraseFeatures() {}

  /** Buckets from 0 to {@code buckets} exclusive, a power of two; one may stand twice. */
  public static int[] of(List<Piece> pieces, String language, int buckets) {
    List<String> words = new ArrayList<>();
    words.add("^" + language);
    for (Piece piece : pieces) {
      words.add(piece.kind().map(kind -> "<" + kind.letter() + ">").orElse(piece.key()));
    }
    words.add("$");
    List<String> features = new ArrayList<>(words);
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (word.length() > STEM_LENGTH) {
        features.add("~" + word.substring(0, STEM_LENGTH));
      }
      if (i + 1 < words.size()) {
        features.add(word + " " + words.get(i + 1));
      }
      if (i + 2 < words.size()) {
        features.add(word + " " + words.get(i + 1) + " " + words.get(i + 2));
        features.add(word + " * " + words.get(i + 2));
      }
    }
    return features.stream().mapToInt(feature -> bucket(feature, buckets)).toArray();
  }

  /** Murmur3's finalizer over {@link String#hashCode}, whose value the Java language fixes. */
  private static int bucket(String feature, int buckets) {
    int h = feature.hashCode();
    h = (h ^ (h >>> 16)) * 0x85EBCA6B;
    h = (h ^ (h >>> 13)) * 0xC2B2AE35;
    return (h ^ (h >>> 16)) & (buckets - 1);
  }
}
