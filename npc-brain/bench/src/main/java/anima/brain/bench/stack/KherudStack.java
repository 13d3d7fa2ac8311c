package anima.brain.bench.stack;

import de.kherud.llama.InferenceParameters;
import de.kherud.llama.LlamaModel;
import de.kherud.llama.LogLevel;
import de.kherud.llama.ModelParameters;
import de.kherud.llama.args.LogFormat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * llama.cpp as the Maven artifact {@code de.kherud:llama} brings it: a server in the process, which
 * takes text and batches what runs at once. Owned by one thread.
 */
final class KherudStack implements Stack {
  private static final double NANOS = 1e-9;

  private final Path file;
  private final int threads;
  private final LlamaModel single;
  private Optional<LlamaModel> shared = Optional.empty();

  private KherudStack(Path file, int threads) {
    this.file = file;
    this.threads = threads;
    this.single = load(1, CONTEXT_TOKENS);
  }

  static KherudStack open(Path file, int threads) {
    LlamaModel.setLogger(LogFormat.TEXT, KherudStack::ignore);
    return new KherudStack(file, threads);
  }

  private static void ignore(LogLevel level, String line) {}

  private LlamaModel load(int characters, int tokensEach) {
    return new LlamaModel(
        new ModelParameters()
            .setModel(file.toString())
            .setCtxSize(characters * tokensEach)
            .setThreads(threads)
            .setThreadsBatch(threads)
            .setParallel(characters)
            .setGpuLayers(0)
            .enableFlashAttn()
            .disableLog());
  }

  @Override
  public String description() {
    return "de.kherud:llama, %d threads".formatted(threads);
  }

  private LlamaModel model(int characters) {
    if (characters == 1) {
      return single;
    }
    if (shared.isEmpty()) {
      shared = Optional.of(load(CHARACTERS_MAX, SHARED_CONTEXT_TOKENS));
    }
    return shared.get();
  }

  /** Every byte is a token in these models; the beginning mark and a space come first. */
  private static String text(LlamaModel model, int tokens, int seed) {
    StringBuilder text = new StringBuilder();
    while (text.length() < tokens) {
      text.append((char) ('a' + (text.length() * 7 + seed * 3) % 26));
    }
    text.setLength(tokens - (model.encode(text.toString()).length - tokens));
    return text.toString();
  }

  private static InferenceParameters request(String prompt, int tokens, boolean remember) {
    return new InferenceParameters(prompt)
        .setNPredict(tokens)
        .setTemperature(0)
        .setIgnoreEos(true)
        .setCachePrompt(remember);
  }

  /**
   * The prompts are remembered by its slots beforehand, so that each token is one evaluation. Whole
   * answers are timed, not the tokens as they arrive: who reads them may wake up late.
   */
  @Override
  public double decodeSeconds(int characters, int context, int steps) {
    LlamaModel model = model(characters);
    List<String> prompts = new ArrayList<>();
    for (int i = 0; i < characters; i++) {
      prompts.add(text(model, context, i));
    }
    ExecutorService speakers = Executors.newFixedThreadPool(characters);
    try {
      speak(speakers, model, prompts, 1);
      long begin = System.nanoTime();
      speak(speakers, model, prompts, steps);
      return (System.nanoTime() - begin) * NANOS;
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("the characters could not speak: " + e.getMessage(), e);
    } finally {
      speakers.shutdownNow();
    }
  }

  private static void speak(
      ExecutorService speakers, LlamaModel model, List<String> prompts, int tokens)
      throws InterruptedException, ExecutionException {
    List<Future<String>> answers = new ArrayList<>();
    for (String prompt : prompts) {
      answers.add(speakers.submit(() -> model.complete(request(prompt, tokens, true))));
    }
    for (Future<String> answer : answers) {
      String unused = answer.get();
    }
  }

  @Override
  public double prefillSeconds(int tokens) {
    String prompt = text(single, tokens, 0);
    long begin = System.nanoTime();
    single.complete(request(prompt, 1, false));
    return (System.nanoTime() - begin) * NANOS;
  }

  @Override
  public double warmSeconds(int remembered, int added) {
    String beginning = text(single, remembered, 0);
    single.complete(request(beginning, 1, true));
    String prompt = beginning + text(single, added + 2, 1);
    long begin = System.nanoTime();
    single.complete(request(prompt, 1, true));
    return (System.nanoTime() - begin) * NANOS;
  }

  /** It gives only text. */
  @Override
  public Optional<float[]> logits(int tokens) {
    return Optional.empty();
  }

  @Override
  public void close() {
    shared.ifPresent(LlamaModel::close);
    single.close();
  }
}
