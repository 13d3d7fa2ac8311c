package anima.brain.llm;

import anima.brain.llm.graph.WeightFormat;
import anima.brain.llm.model.ModelException;
import anima.brain.llm.model.ModelFolder;
import anima.brain.llm.model.RandomModel;
import anima.brain.llm.model.RandomModel.Storage;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Prints how many tokens a second the runtime makes with a model of the embedded model's size (5.5M
 * weights). Run by hand: {@code mvn -pl npc-brain test-compile exec:java -Dexec.classpathScope=test
 * -Dexec.mainClass=anima.brain.llm.LlmBenchmark}.
 */
final class LlmBenchmark {
  private static final int PROMPT_TOKENS = 128;
  private static final double MEASURE_SECONDS = 2;

  private LlmBenchmark() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("anima-benchmark");
    new RandomModel("LlamaForCausalLM", 8000, 256, 704, 6)
        .heads(8, 4)
        .set("tie_word_embeddings", true)
        .storage(Storage.INT8_ROWS)
        .write(folder);
    for (WeightFormat format : WeightFormat.values()) {
      measure(folder, LlmOptions.defaults().withContextTokens(512).withWeights(format));
    }
  }

  private static void measure(Path folder, LlmOptions options) throws ModelException {
    long begin = System.nanoTime();
    try (Llm llm = Llm.open(ModelFolder.open(folder), options);
        LlmSession session = llm.newSession()) {
      double openSeconds = (System.nanoTime() - begin) / 1e9;
      int[] prompt = LlmTest.ids(PROMPT_TOKENS, llm.config().vocabularyTokens());
      Runnable prefill =
          () -> {
            session.truncate(0);
            session.prefill(prompt);
          };
      Runnable decode =
          () -> {
            session.truncate(PROMPT_TOKENS);
            for (int i = 0; i < PROMPT_TOKENS; i++) {
              session.decode(prompt[i]);
            }
          };
      PrintStream out = System.out;
      out.printf(
          Locale.ROOT,
          "%s, %.1fM weights, %d threads: opened in %.2f s, prefill of %d %.0f tokens/s, decode behind"
              + " them %.0f tokens/s%n",
          options.weights(),
          llm.config().parameters() / 1e6,
          options.threads(),
          openSeconds,
          PROMPT_TOKENS,
          PROMPT_TOKENS / seconds(prefill),
          PROMPT_TOKENS / seconds(decode));
    }
  }

  /** Shortest time of one run. */
  private static double seconds(Runnable run) {
    double best = Double.MAX_VALUE;
    long begin = System.nanoTime();
    while (System.nanoTime() - begin < MEASURE_SECONDS * 1e9) {
      long start = System.nanoTime();
      run.run();
      best = Math.min(best, (System.nanoTime() - start) / 1e9);
    }
    return best;
  }
}
