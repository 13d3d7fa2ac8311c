package anima.brain.bench.stack;

import anima.brain.llm.KvSegment;
import anima.brain.llm.Llm;
import anima.brain.llm.LlmOptions;
import anima.brain.llm.LlmSession;
import anima.brain.llm.engine.DeviceChoice;
import anima.brain.llm.model.ModelException;
import anima.brain.llm.model.ModelFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Our own runtime, with the options that the game uses. Owned by one thread. */
final class AnimaStack implements Stack {
  private static final double NANOS = 1e-9;

  private final Llm llm;
  private final int threads;
  private final List<LlmSession> sessions = new ArrayList<>();
  private Optional<KvSegment> remembered = Optional.empty();

  private AnimaStack(Llm llm, int threads) {
    this.llm = llm;
    this.threads = threads;
  }

  static AnimaStack open(Path model, int threads) throws ModelException {
    LlmOptions options =
        LlmOptions.defaults()
            .withThreads(threads)
            .withContextTokens(CONTEXT_TOKENS)
            .withSlots(CHARACTERS_MAX)
            .withDevice(DeviceChoice.CPU);
    return new AnimaStack(Llm.open(ModelFolder.open(model), options), threads);
  }

  @Override
  public String description() {
    return "as shipped: single tokens in Java, others by OnnxRuntime through DJL, %d threads"
        .formatted(threads);
  }

  private List<LlmSession> empty(int count) {
    while (sessions.size() < count) {
      sessions.add(llm.newSession());
    }
    List<LlmSession> taken = sessions.subList(0, count);
    taken.forEach(session -> session.truncate(0));
    return taken;
  }

  private int[] ids(int tokens, int seed) {
    return Prompts.ids(tokens, seed, llm.config().vocabularyTokens());
  }

  @Override
  public double decodeSeconds(int characters, int context, int steps) {
    List<LlmSession> taken = empty(characters);
    int[] next = new int[characters];
    for (int i = 0; i < characters; i++) {
      next[i] = Prompts.best(taken.get(i).prefill(ids(context, i)));
    }
    long begin = System.nanoTime();
    for (int step = 0; step < steps; step++) {
      step(taken, next);
    }
    return (System.nanoTime() - begin) * NANOS;
  }

  private void step(List<LlmSession> taken, int[] next) {
    if (taken.size() == 1) {
      next[0] = Prompts.best(taken.get(0).decode(next[0]));
      return;
    }
    float[][] logits = llm.decode(taken, next);
    for (int i = 0; i < next.length; i++) {
      next[i] = Prompts.best(logits[i]);
    }
  }

  @Override
  public double prefillSeconds(int tokens) {
    LlmSession session = empty(1).get(0);
    int[] prompt = ids(tokens, 0);
    long begin = System.nanoTime();
    Prompts.best(session.prefill(prompt));
    return (System.nanoTime() - begin) * NANOS;
  }

  /** As between two characters: the beginning is copied out of the cache into a fresh sequence. */
  @Override
  public double warmSeconds(int rememberedTokens, int added) {
    LlmSession session = empty(1).get(0);
    int[] beginning = ids(rememberedTokens, 0);
    int[] end = ids(added, 1);
    if (remembered.isEmpty() || remembered.get().length() != rememberedTokens) {
      session.prefill(beginning);
      remembered = Optional.of(session.snapshot(0, rememberedTokens));
      session.truncate(0);
    }
    KvSegment segment = remembered.get();
    long begin = System.nanoTime();
    session.restore(segment);
    Prompts.best(session.prefill(end));
    return (System.nanoTime() - begin) * NANOS;
  }

  @Override
  public Optional<float[]> logits(int tokens) {
    return Optional.of(empty(1).get(0).prefill(ids(tokens, 0)).clone());
  }

  @Override
  public void close() {
    sessions.forEach(LlmSession::close);
    llm.close();
  }
}
