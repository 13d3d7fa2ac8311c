package anima.brain.bench.llamacpp;

import com.sun.jna.Callback;
import com.sun.jna.Library;
import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/** The functions of {@code llama.h} used here; {@link LlamaLibrary} maps their names. */
public interface LlamaApi extends Library {
  /** Receives the library's log. */
  interface Log extends Callback {
    void line(int level, Pointer text, @Nullable Pointer userData);
  }

  void backendInit();

  void logSet(Log log, @Nullable Pointer userData);

  LlamaModelParams modelDefaultParams();

  LlamaContextParams contextDefaultParams();

  @Nullable Pointer modelLoadFromFile(String path, LlamaModelParams params);

  void modelFree(Pointer model);

  @Nullable Pointer initFromModel(Pointer model, LlamaContextParams params);

  void free(Pointer context);

  Pointer modelGetVocab(Pointer model);

  int vocabNTokens(Pointer vocabulary);

  int decode(Pointer context, LlamaBatch batch);

  @Nullable Pointer getLogitsIth(Pointer context, int index);

  Pointer getMemory(Pointer context);

  void memoryClear(Pointer memory, boolean data);

  /** Removes positions {@code [from, to)} of a sequence; a negative end means all behind. */
  boolean memorySeqRm(Pointer memory, int sequence, int from, int to);

  String printSystemInfo();
}
