package anima.brain.llm;

/** Compares what the runtime computes with what the reference computes. */
final class Logits {
  private Logits() {}

  /** Root mean square of the differences, relative to that of the expected logits. */
  static double relativeError(float[][] actual, double[][] expected) {
    double errors = 0;
    for (int t = 0; t < expected.length; t++) {
      for (int i = 0; i < expected[t].length; i++) {
        errors += Math.pow(actual[t][i] - expected[t][i], 2);
      }
    }
    return Math.sqrt(errors) / size(expected);
  }

  /** The largest difference of all, relative to the root mean square of the expected logits. */
  static double largestError(float[][] actual, double[][] expected) {
    double largest = 0;
    int count = 0;
    for (int t = 0; t < expected.length; t++) {
      count += expected[t].length;
      for (int i = 0; i < expected[t].length; i++) {
        double error = Math.abs(actual[t][i] - expected[t][i]);
        // Written so that a value that is no number counts.
        largest = error <= largest ? largest : error;
      }
    }
    return largest * Math.sqrt(count) / size(expected);
  }

  private static double size(double[][] logits) {
    double squares = 0;
    for (double[] row : logits) {
      for (double logit : row) {
        squares += logit * logit;
      }
    }
    return Math.sqrt(squares);
  }
}
