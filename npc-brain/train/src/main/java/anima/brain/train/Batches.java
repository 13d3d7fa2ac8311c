package anima.brain.train;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Examples of like length, batch by batch. Batch {@code n} is a function of {@code n}: it is one of
 * a window of {@link #WINDOW} batches whose examples are sorted by length.
 */
final class Batches {
  /** Batches that are sorted together. */
  static final int WINDOW = 16;

  /** Longer examples, in tokens, are left out. */
  private static final int LENGTH_MAX = 96;

  private final Corpus corpus;
  private final int size;
  private final long seed;
  private List<List<Example>> window = List.of();
  private long windowIndex = -1;

  Batches(Corpus corpus, int size, long seed) {
    this.corpus = corpus;
    this.size = size;
    this.seed = seed;
  }

  List<Example> batch(long index) {
    long wanted = index / WINDOW;
    if (wanted != windowIndex) {
      window = fill(wanted);
      windowIndex = wanted;
    }
    return window.get((int) (index % WINDOW));
  }

  private List<List<Example>> fill(long index) {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < size * WINDOW; i++) {
      Example example = corpus.example(index * size * WINDOW + i);
      examples.add(example);
    }
    examples.removeIf(example -> example.length() > LENGTH_MAX);
    examples.sort(Comparator.comparingInt(Example::length));
    List<List<Example>> batches = new ArrayList<>();
    for (int i = 0; i < WINDOW; i++) {
      int from = examples.size() * i / WINDOW;
      batches.add(List.copyOf(examples.subList(from, examples.size() * (i + 1) / WINDOW)));
    }
    Collections.shuffle(batches, new Random(Corpus.mix(seed, index)));
    return batches;
  }
}
