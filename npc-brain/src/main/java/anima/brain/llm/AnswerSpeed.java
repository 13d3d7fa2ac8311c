package anima.brain.llm;

import java.util.Arrays;

/** How fast a model answers, and what it said to the prompt. */
final class AnswerSpeed {
  private static final int PROMPT_TOKENS = 64;
  private static final int STRIDE = 7919;
  private static final long DECODE_NANOS = 700_000_000;
  private static final int DECODE_TOKENS_MIN = 4;

  /** A prompt and an answer of this length are what a character's turn is like. */
  private static final int ANSWER_TOKENS = 32;

  private final double tokensPerSecond;
  private final float[] logits;

  private AnswerSpeed(double tokensPerSecond, float... logits) {
    this.tokensPerSecond = tokensPerSecond;
    this.logits = logits;
  }

  static AnswerSpeed measure(Llm llm) {
    try (LlmSession session = llm.newSession()) {
      int[] prompt = new int[Math.min(PROMPT_TOKENS, llm.contextTokens() / 2)];
      Arrays.setAll(prompt, i -> i * STRIDE % llm.config().vocabularyTokens());
      // What is compiled or allocated at first use does not count.
      session.prefill(prompt);
      session.decode(0);
      session.truncate(0);
      long begin = System.nanoTime();
      float[] logits = session.prefill(prompt).clone();
      double promptSeconds = (System.nanoTime() - begin) / 1e9;
      double tokenSeconds = decodeSeconds(session);
      double seconds = promptSeconds + ANSWER_TOKENS * tokenSeconds;
      return new AnswerSpeed(ANSWER_TOKENS / seconds, logits);
    }
  }

  /** Tokens of an answer in a second, with the reading of its prompt. */
  double tokensPerSecond() {
    return tokensPerSecond;
  }

  private static double decodeSeconds(LlmSession session) {
    long begin = System.nanoTime();
    int tokens = 0;
    while (session.room() > 0
        && (tokens < DECODE_TOKENS_MIN || System.nanoTime() - begin < DECODE_NANOS)) {
      session.decode(tokens % session.config().vocabularyTokens());
      tokens++;
    }
    return (System.nanoTime() - begin) / 1e9 / Math.max(1, tokens);
  }

  /** Euclidean, as a share of the size. */
  double distanceTo(AnswerSpeed other) {
    double distance = 0;
    double size = 0;
    for (int i = 0; i < logits.length; i++) {
      distance += Math.pow(logits[i] - other.logits[i], 2);
      size += Math.pow(logits[i], 2);
    }
    return Math.sqrt(distance / size);
  }
}
