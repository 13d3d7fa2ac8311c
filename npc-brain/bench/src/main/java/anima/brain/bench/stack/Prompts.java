package anima.brain.bench.stack;

import java.util.Arrays;

/** Token ids of prompts: any are as good as others, if all stacks take the same. */
final class Prompts {
  private static final int FIRST_ID = 300;

  private Prompts() {}

  /** A prompt, other for another seed. */
  static int[] ids(int tokens, int seed, int vocabulary) {
    int[] ids = new int[tokens];
    Arrays.setAll(ids, i -> FIRST_ID + (i * 7 + seed * 31) % (vocabulary - FIRST_ID));
    return ids;
  }

  /** The place of the largest logit. */
  static int best(float[] logits) {
    int best = 0;
    for (int i = 1; i < logits.length; i++) {
      if (logits[i] > logits[best]) {
        best = i;
      }
    }
    return best;
  }
}
