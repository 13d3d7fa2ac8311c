package anima.brain.llm;

import anima.brain.llm.model.ModelConfig;
import java.util.Arrays;

/**
 * One sequence of a model with its cache. Owned by one thread at a time; the model may be shared.
 * Logits are raw scores, one for each token of the vocabulary.
 *
 * <p>Equal calls give equal logits. The same tokens in other portions give logits that differ in
 * the last digits, because the runtime sums in another order: who must repeat a run exactly must
 * also repeat its portions.
 */
public final class LlmSession implements AutoCloseable {
  /** Tokens of one run at most: bounds its memory and how long it cannot be interrupted. */
  public static final int RUN_TOKENS_MAX = 128;

  /** Logits of one run at most, 16 MB. */
  private static final int RUN_LOGITS_MAX = 1 << 22;

  private final Llm llm;
  private final KvCache cache;
  private final Embedding embedding;
  private final RunMemory memory = new RunMemory();
  private final RunTensors single;
  private final int[] one = new int[1];
  private final int[] history;
  private int position;
  private boolean closed;

  LlmSession(Llm llm, KvCache cache, int position) {
    this.llm = llm;
    this.cache = cache;
    this.embedding = new Embedding(llm.embedding());
    this.single = new RunTensors(llm, cache, new RunMemory(), 1, 1);
    this.history = new int[llm.contextTokens()];
    this.position = position;
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
    float[] last = {};
    for (int begin = 0; begin < ids.length; begin += RUN_TOKENS_MAX) {
      int end = Math.min(ids.length, begin + RUN_TOKENS_MAX);
      last = run(ids, begin, end, 1)[0];
    }
    return last;
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
   * @return for each of them, the logits of what follows it; shape [ids][vocabulary]
   */
  public float[][] prefillAll(int... ids) {
    checkFit(ids);
    float[][] all = new float[ids.length][];
    int rowsMax = Math.max(1, RUN_LOGITS_MAX / llm.config().vocabularyTokens());
    int tokensMax = Math.min(RUN_TOKENS_MAX, rowsMax);
    for (int begin = 0; begin < ids.length; begin += tokensMax) {
      int end = Math.min(ids.length, begin + tokensMax);
      float[][] part = run(ids, begin, end, end - begin);
      System.arraycopy(part, 0, all, begin, part.length);
    }
    return all;
  }

  /** Appends one token and returns the logits of what follows it. */
  public float[] decode(int id) {
    one[0] = id;
    checkFit(one);
    embedding.read(one, 0, 1, single.hidden());
    single.run(llm.session(), position + 1);
    history[position] = id;
    position++;
    return single.logits(0);
  }

  private float[][] run(int[] ids, int begin, int end, int rows) {
    int tokens = end - begin;
    try (RunTensors run = new RunTensors(llm, cache, memory, tokens, rows)) {
      embedding.read(ids, begin, end, run.hidden());
      run.run(llm.session(), position + tokens);
      System.arraycopy(ids, begin, history, position, tokens);
      position += tokens;
      float[][] logits = new float[rows][];
      Arrays.setAll(logits, run::logits);
      return logits;
    }
  }

  private void checkOpen() {
    if (closed) {
      throw new IllegalStateException("the session is closed");
    }
  }

  private void checkFit(int[] ids) {
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
  }

  /** A second session with the same tokens; from here on they go their own ways. */
  public LlmSession fork() {
    checkOpen();
    KvCache copy = llm.takeCache();
    copy.copyFrom(cache, position);
    LlmSession fork = new LlmSession(llm, copy, position);
    System.arraycopy(history, 0, fork.history, 0, position);
    return fork;
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      single.close();
      llm.giveBack(cache);
    }
  }
}
