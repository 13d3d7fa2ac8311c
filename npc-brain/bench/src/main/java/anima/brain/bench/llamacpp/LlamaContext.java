package anima.brain.bench.llamacpp;

import com.sun.jna.Pointer;
import java.nio.FloatBuffer;
import java.util.Arrays;

/** A model of llama.cpp with the cache of some sequences. Owned by one thread. */
public final class LlamaContext implements AutoCloseable {
  private static final int RUN_TOKENS_MAX = 2048;

  private final LlamaLibrary library;
  private final LlamaApi api;
  private final Pointer context;
  private final Pointer memory;
  private final int vocabularyTokens;
  private final int[] positions;
  private final LlamaBatch batch = new LlamaBatch(RUN_TOKENS_MAX);

  /** Whether only the last token of the last run has logits. */
  private boolean lastOnly;

  LlamaContext(LlamaLibrary library, Pointer context, int vocabularyTokens, int sequences) {
    this.library = library;
    this.api = library.api();
    this.context = context;
    this.memory = api.getMemory(context);
    this.vocabularyTokens = vocabularyTokens;
    this.positions = new int[sequences];
  }

  /** Empties all sequences. */
  public void clear() {
    api.memoryClear(memory, true);
    Arrays.fill(positions, 0);
  }

  /** Forgets the tokens of a sequence behind the first {@code length}. */
  public void truncate(int sequence, int length) {
    if (!api.memorySeqRm(memory, sequence, length, -1)) {
      throw new IllegalStateException("llama.cpp could not cut sequence " + sequence);
    }
    positions[sequence] = length;
  }

  /** Appends tokens to a sequence; the logits of what follows are row 0. */
  public void prefill(int sequence, int... tokens) {
    batch.start();
    lastOnly = true;
    for (int i = 0; i < tokens.length; i++) {
      batch.add(tokens[i], positions[sequence]++, sequence, i + 1 == tokens.length);
    }
    run();
  }

  /** Appends one token to each of the first sequences; row i holds the logits of sequence i. */
  public void decode(int... tokens) {
    batch.start();
    lastOnly = false;
    for (int i = 0; i < tokens.length; i++) {
      batch.add(tokens[i], positions[i]++, i, true);
    }
    run();
  }

  private void run() {
    int code = api.decode(context, batch);
    if (code != 0) {
      throw new IllegalStateException(
          "llama.cpp could not run (%d): %s".formatted(code, library.lastWarning()));
    }
  }

  /** The logits of a row of the last run, to be read before the next. */
  public FloatBuffer logits(int row) {
    Pointer logits = LlamaModel.require(library, api.getLogitsIth(context, lastOnly ? -1 : row));
    return logits.getByteBuffer(0, 4L * vocabularyTokens).asFloatBuffer();
  }

  @Override
  public void close() {
    api.free(context);
  }
}
