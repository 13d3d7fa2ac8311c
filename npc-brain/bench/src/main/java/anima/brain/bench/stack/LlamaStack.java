package anima.brain.bench.stack;

import anima.brain.bench.llamacpp.LlamaContext;
import anima.brain.bench.llamacpp.LlamaLibrary;
import anima.brain.bench.llamacpp.LlamaModel;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Optional;

/** The newest llama.cpp, called directly. Owned by one thread. */
final class LlamaStack implements Stack {
  private static final double NANOS = 1e-9;

  private final LlamaModel model;
  private final int threads;
  private final LlamaContext single;
  private final float[] logits;
  private Optional<LlamaContext> shared = Optional.empty();
  private int sharedCharacters;
  private Optional<LlamaContext> warm = Optional.empty();

  /** Tokens that lie in {@link #warm}. */
  private int remembered;

  private LlamaStack(LlamaModel model, int threads) {
    this.model = model;
    this.threads = threads;
    this.single = model.newContext(1, CONTEXT_TOKENS, threads);
    this.logits = new float[model.vocabularyTokens()];
  }

  static LlamaStack open(Path natives, Path model, int threads) throws IOException {
    return new LlamaStack(LlamaModel.load(LlamaLibrary.load(natives), model), threads);
  }

  @Override
  public String description() {
    return "newest natives, %d threads (%s)".formatted(threads, model.systemInfo());
  }

  /** One context for each number of sequences: each reserves what it needs, as in its own tools. */
  private LlamaContext empty(int characters) {
    if (characters == 1) {
      single.clear();
      return single;
    }
    if (sharedCharacters != characters) {
      shared.ifPresent(LlamaContext::close);
      shared = Optional.of(model.newContext(characters, SHARED_CONTEXT_TOKENS, threads));
      sharedCharacters = characters;
    }
    LlamaContext context = shared.orElseThrow();
    context.clear();
    return context;
  }

  private int[] ids(int tokens, int seed) {
    return Prompts.ids(tokens, seed, model.vocabularyTokens());
  }

  private int best(LlamaContext context, int row) {
    FloatBuffer given = context.logits(row);
    given.get(logits);
    return Prompts.best(logits);
  }

  @Override
  public double decodeSeconds(int characters, int context, int steps) {
    LlamaContext taken = empty(characters);
    int[] next = new int[characters];
    for (int i = 0; i < characters; i++) {
      taken.prefill(i, ids(context, i));
      next[i] = best(taken, 0);
    }
    long begin = System.nanoTime();
    for (int step = 0; step < steps; step++) {
      taken.decode(next);
      for (int i = 0; i < characters; i++) {
        next[i] = best(taken, i);
      }
    }
    return (System.nanoTime() - begin) * NANOS;
  }

  @Override
  public double prefillSeconds(int tokens) {
    LlamaContext context = empty(1);
    int[] prompt = ids(tokens, 0);
    long begin = System.nanoTime();
    context.prefill(0, prompt);
    best(context, 0);
    return (System.nanoTime() - begin) * NANOS;
  }

  /**
   * In place, which is the fastest way it has: what is remembered stays in a context of its own and
   * is not even copied.
   */
  @Override
  public double warmSeconds(int rememberedTokens, int added) {
    LlamaContext context = remembering(rememberedTokens);
    int[] end = ids(added, 1);
    long begin = System.nanoTime();
    context.prefill(0, end);
    best(context, 0);
    double seconds = (System.nanoTime() - begin) * NANOS;
    context.truncate(0, rememberedTokens);
    return seconds;
  }

  private LlamaContext remembering(int tokens) {
    LlamaContext context = warm.orElseGet(() -> model.newContext(1, CONTEXT_TOKENS, threads));
    warm = Optional.of(context);
    if (remembered != tokens) {
      context.clear();
      context.prefill(0, ids(tokens, 0));
      remembered = tokens;
    }
    return context;
  }

  @Override
  public Optional<float[]> logits(int tokens) {
    LlamaContext context = empty(1);
    context.prefill(0, ids(tokens, 0));
    best(context, 0);
    return Optional.of(logits.clone());
  }

  @Override
  public void close() {
    shared.ifPresent(LlamaContext::close);
    warm.ifPresent(LlamaContext::close);
    single.close();
    model.close();
  }
}
