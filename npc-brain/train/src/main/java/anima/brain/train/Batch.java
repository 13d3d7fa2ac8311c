package anima.brain.train;

import anima.brain.language.Vocabulary;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Examples side by side, padded at their ends, and what is to be learnt of them. */
final class Batch {
  /** The intent is what most often goes wrong, and what all else hangs on. */
  private static final float INTENT_WEIGHT = 2;

  private final int rows;
  private final int columns;
  private final long[] inputs;
  private long[] places;
  private long[] targets;
  private float[] weights;
  private int learnt;

  private Batch(int rows, int columns) {
    this.rows = rows;
    this.columns = columns;
    this.inputs = new long[rows * columns];
    this.places = new long[inputs.length];
    this.targets = new long[inputs.length];
    this.weights = new float[inputs.length];
  }

  /**
   * Lays out examples.
   *
   * @param share share of the utterances' tokens that are learnt too, as a language
   * @param weight what such a token weighs beside one of an answer
   */
  static Batch of(
      List<Example> examples, Vocabulary vocabulary, double share, float weight, Random random) {
    int columns = examples.stream().mapToInt(Example::length).max().orElse(1) - 1;
    Batch batch = new Batch(examples.size(), columns);
    int heard = vocabulary.id(Vocabulary.HEARD);
    for (int row = 0; row < examples.size(); row++) {
      int[] prompt = vocabulary.ids(examples.get(row).prompt());
      int[] answer = vocabulary.ids(examples.get(row).answer());
      int[] all = Arrays.copyOf(prompt, prompt.length + answer.length);
      System.arraycopy(answer, 0, all, prompt.length, answer.length);
      boolean inUtterance = false;
      for (int i = 0; i < all.length - 1; i++) {
        batch.inputs[row * columns + i] = all[i];
        inUtterance |= all[i] == heard;
        if (i >= prompt.length - 1) {
          batch.learn(row, i, all[i + 1], weight(vocabulary.token(all[i + 1])));
        } else if (inUtterance && random.nextDouble() < share) {
          batch.learn(row, i, all[i + 1], weight);
        }
      }
    }
    batch.trim();
    return batch;
  }

  private static float weight(String answer) {
    return answer.startsWith("@") ? INTENT_WEIGHT : 1;
  }

  private void learn(int row, int column, int target, float weight) {
    places[learnt] = (long) row * columns + column;
    targets[learnt] = target;
    weights[learnt] = weight;
    learnt++;
  }

  private void trim() {
    places = Arrays.copyOf(places, learnt);
    targets = Arrays.copyOf(targets, learnt);
    weights = Arrays.copyOf(weights, learnt);
  }

  int rows() {
    return rows;
  }

  int columns() {
    return columns;
  }

  /** Token ids, rows after rows. */
  long[] inputs() {
    return inputs;
  }

  /** Where a token is to be foretold, as indices into {@link #inputs}. */
  long[] places() {
    return places;
  }

  /** The token that follows each of {@link #places}. */
  long[] targets() {
    return targets;
  }

  /** At least 1 for tokens of answers, less for those of utterances. */
  float[] weights() {
    return weights;
  }

  int tokens() {
    return inputs.length;
  }
}
