package anima.client.cli.model;

import anima.brain.llm.Llm;
import anima.brain.llm.LlmOptions;
import anima.brain.llm.graph.WeightFormat;
import anima.brain.llm.model.ModelException;
import anima.brain.llm.model.ModelFolder;
import anima.client.local.FailureException;
import anima.client.local.ModelRuns;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How fast a model is on this machine. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = {
      "Measures in a minute how fast a model is here, and what the memory would allow.",
      "用一分钟测量模型在本机的速度，以及内存带宽允许的上限。"
    })
final class ModelBenchCommand implements Callable<Integer> {
  /** Longest prompt of the measurement, and what is added to it. */
  private static final int CONTEXT_TOKENS = 1024;

  @Mixin private ModelOptions options = new ModelOptions();

  @Parameters(
      paramLabel = "NAME|DIR|FILE.gguf",
      description = {"Name of an added model, a folder, or a GGUF file.", "已添加模型的名称、文件夹或 GGUF 文件。"})
  private String model = "";

  @Option(
      names = "--weights",
      paramLabel = "FORMAT",
      description = {
        "How weights are held: ${COMPLETION-CANDIDATES} (default: what suits the size).",
        "权重格式：${COMPLETION-CANDIDATES}（默认：视大小而定）。"
      })
  private @Nullable WeightFormat weights;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = {"Threads that compute (default: all cores but one).", "计算线程数（默认：核心数减一）。"})
  private @Nullable Integer threads;

  @Override
  public Integer call() throws FailureException, InterruptedException {
    Words words = options.words();
    ModelChoice choice = ModelChoice.of(model, options.store(), words);
    try {
      ModelFolder folder = ModelFolder.open(choice.path());
      LlmOptions settings = settings(folder);
      double limit = MemoryReading.bytesPerSecond(settings.threads());
      try (Llm llm = ModelRuns.open(folder, settings)) {
        ModelBench.Result result = new ModelBench(llm, System::nanoTime).run();
        System.out.println(
            words
                .say("%s, weights %s, threads: %d", "%s，权重 %s，线程：%d")
                .formatted(choice.title(), settings.weights(), settings.threads()));
        double read = result.decodeTokensPerSecond() * WeightBytes.read(folder, settings.weights());
        table(words, result, read, limit).print(System.out);
      }
      return 0;
    } catch (ModelException damaged) {
      throw words.failure(damaged);
    } catch (IllegalArgumentException unfit) {
      throw FailureException.of(unfit);
    }
  }

  private LlmOptions settings(ModelFolder folder) {
    LlmOptions settings = ModelRuns.options(folder, CONTEXT_TOKENS);
    if (weights != null) {
      settings = settings.withWeights(weights);
    }
    return threads == null ? settings : settings.withThreads(threads);
  }

  private static Table table(
      Words words, ModelBench.Result result, double readBytes, double limitBytes) {
    String share =
        words
            .say("%s  (%.2f of cold)", "%s（冷的 %.2f）")
            .formatted(millis(result.warmMillis()), result.warmMillis() / result.coldMillis());
    String read =
        words
            .say("%s/s of %s/s measured (%.2f)", "%s/s，实测上限 %s/s（%.2f）")
            .formatted(
                ByteCount.of(Math.round(readBytes)),
                ByteCount.of(Math.round(limitBytes)),
                readBytes / limitBytes);
    return new Table()
        .add(words.say("decode", "逐词生成"), rate(result.decodeTokensPerSecond()))
        .add(words.say("prompt of 128 tokens", "读入 128 个词元"), rate(result.prefillTokensPerSecond()))
        .add(words.say("first token, cold", "首个词元，冷"), millis(result.coldMillis()))
        .add(words.say("first token, prefix kept", "首个词元，前缀已存"), share)
        .add(words.say("weights read", "读取权重"), read);
  }

  private static String rate(double tokensPerSecond) {
    return String.format(Locale.ROOT, "%.1f tok/s", tokensPerSecond);
  }

  private static String millis(double value) {
    return String.format(Locale.ROOT, "%.1f ms", value);
  }
}
