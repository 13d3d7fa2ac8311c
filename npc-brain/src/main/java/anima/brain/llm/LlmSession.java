package anima.brain.llm;

import anima.brain.llm.model.ModelConfig;
import anima.brain.llm.vector.VectorSequence;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * One sequence of a model, with its slot of the cache. Owned by one thread at a time; the model may
 * be shared. Logits are raw scores, one for each token of the vocabulary; the array is the
 * session's own and holds until its next call.
 *
 * <p>Equal calls give equal logits. The same tokens in other portions give other ones: with weights
 * in floats they differ in the last digits, because sums are taken in another order; with rounded
 * weights by some hundredths, because activations are rounded too, and more where long runs have
 * weights of their own ({@link LlmOptions#prefill}). Who must repeat a run exactly must also repeat
 * its portions.
 */
public final class LlmSession implements AutoCloseable {
  /** Tokens of one run at most: bounds its memory and how long it cannot be interrupted. */
  public static final int RUN_TOKENS_MAX = 128;

  /** Logits of one run at most, 16 MB. */
  private static final int RUN_LOGITS_MAX = 1 << 22;

  private final Llm llm;
  private final int slot;
  private final Embedding embedding;
  private final RunMemory memory = new RunMemory();
  private final float[] logits;
  private final int[] one = new int[1];
  private final int[] history;
  private int position;
  private boolean closed;

  /** What computes, and what is bound to it. */
  private Backend backend;

  private KvView cache;
  private RunTensors single;

  /** Computes single tokens where it can. */
  private Optional<VectorSequence> vector;

  LlmSession(Llm llm, int slot) {
    this.llm = llm;
    this.slot = slot;
    this.embedding = new Embedding(llm.embedding());
    this.backend = llm.backend();
    this.cache = backend.kv().view(new SlotRange(slot, 1));
    this.single = new RunTensors(llm, cache, new RunMemory(), 1, 1, 1);
    this.vector = backend.newVectorSequence(slot);
    this.logits = new float[llm.config().vocabularyTokens()];
    this.history = new int[llm.contextTokens()];
  }

  /**
   * Appends tokens, at least one.
   *
   * @return logits of what follows the last one
   * @throws IllegalStateException when they do not fit in {@link #room}
   */
  public float[] prefill(int... ids) {
    checkFit(ids);
    if (ids.length == 1) {
      return decode(ids[0]);
    }
    int tokensMax = llm.backend().runTokensMax();
    for (int begin = 0; begin < ids.length; begin += tokensMax) {
      int end = Math.min(ids.length, begin + tokensMax);
      run(ids, begin, end, 1, logits);
    }
    return logits;
  }

  /**
   * Makes the sequence equal to a prompt, at least one token, computing only what lies behind the
   * beginning that both have in common.
   *
   * @return logits of what follows the last token
   * @throws IllegalStateException when it does not fit in the context
   */
  public float[] prompt(int... ids) {
    if (ids.length == 0 || ids.length > llm.contextTokens()) {
      throw new IllegalStateException(
          "%d tokens are no prompt for a context of %d".formatted(ids.length, llm.contextTokens()));
    }
    int common = 0;
    while (common < Math.min(position, ids.length - 1) && history[common] == ids[common]) {
      common++;
    }
    truncate(common);
    return prefill(Arrays.copyOfRange(ids, common, ids.length));
  }

  /**
   * Appends tokens, at least one, as {@link #prefill} does.
   *
   * @return for each of them, the logits of what follows it; shape [ids][vocabulary], the caller's
   */
  public float[][] prefillAll(int... ids) {
    checkFit(ids);
    float[][] all = new float[ids.length][];
    int rowsMax = Math.max(1, RUN_LOGITS_MAX / llm.config().vocabularyTokens());
    int tokensMax = Math.min(llm.backend().runTokensMax(), rowsMax);
    for (int begin = 0; begin < ids.length; begin += tokensMax) {
      int end = Math.min(ids.length, begin + tokensMax);
      float[][] part = new float[end - begin][llm.config().vocabularyTokens()];
      run(ids, begin, end, end - begin, part);
      System.arraycopy(part, 0, all, begin, part.length);
    }
    return all;
  }

  /** Appends one token and returns the logits of what follows it. */
  public float[] decode(int id) {
    one[0] = id;
    checkFit(one);
    follow();
    if (vector.isPresent()) {
      embedding.read(id, vector.get().hidden());
      vector.get().decode(position, logits);
      appended(id);
      return logits;
    }
    onDevice(
        () -> {
          embedding.read(one, 0, 1, single.hidden(), 0);
          single.length(0, position + 1);
          single.run(backend, position + 1);
        });
    single.readLogits(0, logits);
    appended(id);
    return logits;
  }

  /** Does work on the model's device; if it loses that, again on the one that it goes on with. */
  private void onDevice(Runnable work) {
    follow();
    try {
      work.run();
    } catch (RunFailedException lost) {
      llm.leave(backend, lost);
      follow();
      work.run();
    }
  }

  /** Moves to the device that the model runs on now, and computes again what the old one held. */
  void follow() {
    if (backend == llm.backend()) {
      return;
    }
    single.close();
    backend = llm.backend();
    cache = backend.kv().view(new SlotRange(slot, 1));
    single = new RunTensors(llm, cache, new RunMemory(), 1, 1, 1);
    vector = backend.newVectorSequence(slot);
    int[] known = tokens();
    position = 0;
    for (int begin = 0; begin < known.length; begin += RUN_TOKENS_MAX) {
      compute(known, begin, Math.min(known.length, begin + RUN_TOKENS_MAX), 1, logits);
    }
  }

  private void run(int[] ids, int begin, int end, int rows, float[]... into) {
    onDevice(() -> compute(ids, begin, end, rows, into));
  }

  private void compute(int[] ids, int begin, int end, int rows, float[]... into) {
    int tokens = end - begin;
    try (RunTensors run = new RunTensors(llm, cache, memory, 1, tokens, rows)) {
      embedding.read(ids, begin, end, run.hidden(), 0);
      run.length(0, position + tokens);
      run.run(backend, position + tokens);
      System.arraycopy(ids, begin, history, position, tokens);
      position += tokens;
      for (int row = 0; row < rows; row++) {
        run.readLogits(row, into[row]);
      }
    }
  }

  /** Notes a token that a batch has computed. */
  void appended(int id) {
    history[position] = id;
    position++;
  }

  private void checkOpen() {
    if (closed) {
      throw new IllegalStateException("the session is closed");
    }
  }

  void checkFit(int... ids) {
    checkOpen();
    if (ids.length == 0) {
      throw new IllegalArgumentException("no tokens");
    }
    if (ids.length > room()) {
      throw new IllegalStateException(
          "%d tokens do not fit behind %d of %d"
              .formatted(ids.length, position, llm.contextTokens()));
    }
    for (int id : ids) {
      if (id < 0 || id >= llm.config().vocabularyTokens()) {
        throw new IllegalArgumentException(
            "token %d is outside the vocabulary of %d"
                .formatted(id, llm.config().vocabularyTokens()));
      }
    }
  }

  /** The shape of the model. */
  public ModelConfig config() {
    return llm.config();
  }

  /** How many tokens the sequence has. */
  public int position() {
    return position;
  }

  /** How many more tokens fit. */
  public int room() {
    return llm.contextTokens() - position;
  }

  /** Forgets all tokens behind the first {@code length}, to go on from a common beginning. */
  public void truncate(int length) {
    if (length < 0 || length > position) {
      throw new IllegalArgumentException("cannot cut %d tokens to %d".formatted(position, length));
    }
    position = length;
    vector.ifPresent(sequence -> sequence.truncate(length));
  }

  /**
   * A second session with the same tokens; from here on they go their own ways.
   *
   * @throws IllegalStateException when no slot is free
   */
  public LlmSession fork() {
    checkOpen();
    LlmSession fork = llm.newSession();
    onDevice(() -> backend.kv().copy(slot, fork.slot, position));
    fork.follow();
    System.arraycopy(history, 0, fork.history, 0, position);
    fork.position = position;
    return fork;
  }

  /** The tokens so far; a copy. */
  public int[] tokens() {
    return Arrays.copyOf(history, position);
  }

  /** A copy of what the cache holds of the tokens from {@code from} to {@code to}, at least one. */
  public KvSegment snapshot(int from, int to) {
    checkOpen();
    if (from < 0 || from >= to || to > position) {
      throw new IllegalArgumentException("no tokens %d to %d in %d".formatted(from, to, position));
    }
    int[] copied = Arrays.copyOfRange(history, from, to);
    ByteBuffer[] memory = new ByteBuffer[1];
    onDevice(() -> memory[0] = backend.kv().read(slot, from, to));
    int rowBytes = backend.kv().rowsBytes(1);
    return new KvSegment(copied, memory[0], to - from, 0, from, rowBytes);
  }

  /**
   * Appends tokens without computing them.
   *
   * @param segment taken behind the very tokens that this session has now
   */
  public void restore(KvSegment segment) {
    checkFit(segment.tokens());
    if (segment.position() != position) {
      throw new IllegalArgumentException(
          "a segment of position %d does not fit at %d".formatted(segment.position(), position));
    }
    onDevice(() -> segment.writeTo(backend.kv(), slot));
    for (int i = 0; i < segment.length(); i++) {
      appended(segment.token(i));
    }
  }

  int slot() {
    return slot;
  }

  float[] logits() {
    return logits;
  }

  Embedding embedding() {
    return embedding;
  }

  RunMemory memory() {
    return memory;
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      single.close();
      llm.slots().give(slot);
    }
  }
}
