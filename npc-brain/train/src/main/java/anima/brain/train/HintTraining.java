package anima.brain.train;

import anima.brain.language.HintTable;
import anima.brain.language.Intent;
import anima.brain.language.IntentCatalogue;
import anima.brain.language.PhraseFeatures;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Trains the table of hints: multinomial logistic regression on the first intent of each example,
 * by stochastic steps with AdaGrad (Duchi, Hazan, Singer 2011).
 */
final class HintTraining {
  static final int BUCKETS = 1 << 15;
  private static final double RATE = 0.5;
  private static final double EPSILON = 1e-8;
  private static final int REPORT_EXAMPLES = 20_000;

  private final List<String> intents;
  private final Map<String, Integer> rows = new HashMap<>();
  private final float[][] weights;
  private final float[][] squares;

  HintTraining(IntentCatalogue catalogue) {
    this.intents = catalogue.answerable().map(Intent::name).toList();
    for (String intent : intents) {
      rows.put(intent, rows.size());
    }
    this.weights = new float[intents.size()][BUCKETS];
    this.squares = new float[intents.size()][BUCKETS];
  }

  /** Learns from that many examples of a corpus. */
  HintTable train(Corpus corpus, long examples, Consumer<String> report) {
    double loss = 0;
    for (long i = 0; i < examples; i++) {
      Example example = corpus.example(i);
      int[] features = PhraseFeatures.of(example.pieces(), example.language().code(), BUCKETS);
      double rate = RATE * (1 - 0.95 * i / examples);
      loss += learn(features, rows.getOrDefault(example.gold().get(0).intent(), 0), rate);
      if ((i + 1) % REPORT_EXAMPLES == 0) {
        report.accept(
            String.format(
                Locale.ROOT, "hints: %d examples, loss %.3f", i + 1, loss / REPORT_EXAMPLES));
        loss = 0;
      }
    }
    return HintTable.of(intents, weights);
  }

  private double learn(int[] features, int right, double rate) {
    double norm = 1 / Math.sqrt(features.length);
    double[] chances = new double[weights.length];
    double sum = 0;
    for (int row = 0; row < chances.length; row++) {
      double score = 0;
      for (int feature : features) {
        score += weights[row][feature];
      }
      chances[row] = Math.exp(Math.min(30, score * norm));
      sum += chances[row];
    }
    for (int row = 0; row < chances.length; row++) {
      double error = chances[row] / sum - (row == right ? 1 : 0);
      if (Math.abs(error) > 1e-4) {
        step(row, features, error * norm, rate);
      }
    }
    return -Math.log(Math.max(1e-12, chances[right] / sum));
  }

  private void step(int row, int[] features, double gradient, double rate) {
    float square = (float) (gradient * gradient);
    for (int feature : features) {
      squares[row][feature] += square;
      weights[row][feature] -=
          (float) (rate * gradient / (Math.sqrt(squares[row][feature]) + EPSILON));
    }
  }
}
