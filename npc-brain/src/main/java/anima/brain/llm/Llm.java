package anima.brain.llm;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import anima.brain.llm.engine.DjlSettings;
import anima.brain.llm.engine.EngineStart;
import anima.brain.llm.model.Matrix;
import anima.brain.llm.model.MemoryNeed;
import anima.brain.llm.model.MemoryRoom;
import anima.brain.llm.model.ModelConfig;
import anima.brain.llm.model.ModelException;
import anima.brain.llm.model.ModelFault;
import anima.brain.llm.model.ModelFolder;
import java.util.List;

/**
 * A language model ready to run, on DJL's OnnxRuntime engine: the engine owns the environment and
 * all tensors; runs go to the ONNX session itself, because only there can the cache be bound as
 * input and output at once. Any thread may open sessions; each session has one owner.
 */
public final class Llm implements AutoCloseable {
  private final ModelConfig config;
  private final LlmOptions options;
  private final Matrix embedding;
  private final NDManager manager;
  private final Graphs graphs;
  private final KvSlab slab;
  private final Slots slots;

  private Llm(
      ModelConfig config, LlmOptions options, Matrix embedding, NDManager manager, Graphs graphs) {
    this.config = config;
    this.options = options;
    this.embedding = embedding;
    this.manager = manager;
    this.graphs = graphs;
    this.slab = new KvSlab(manager, config, options.slots(), options.contextTokens());
    this.slots = new Slots(options.slots());
  }

  /** Loads a model; takes about a second for each hundred million weights. */
  public static Llm open(ModelFolder folder, LlmOptions options) throws ModelException {
    DjlSettings.stayOffline();
    ModelConfig config = folder.config();
    int contextTokens = Math.min(options.contextTokens(), config.contextTokensMax());
    LlmOptions effective = options.withContextTokens(contextTokens);
    new MemoryNeed(
            Graphs.bytes(folder, effective), KvSlab.bytes(config, options.slots(), contextTokens))
        .check(folder.path(), MemoryRoom.now());
    NDManager manager = newManager(folder);
    try {
      Graphs graphs = Graphs.open(folder, effective, manager);
      return new Llm(config, effective, folder.weights().embedding(), manager, graphs);
    } catch (OutOfMemoryError e) {
      manager.close();
      throw new ModelException(ModelFault.MEMORY, folder.path(), e);
    } catch (OrtException e) {
      manager.close();
      throw new ModelException(ModelFault.RUNTIME, folder.path(), e);
    } catch (ModelException e) {
      manager.close();
      throw e;
    }
  }

  private static NDManager newManager(ModelFolder folder) throws ModelException {
    try {
      return EngineStart.newManager();
    } catch (EngineException e) {
      // No native library for this machine, or none that it can load.
      throw new ModelException(ModelFault.RUNTIME, folder.path(), e);
    }
  }

  public ModelConfig config() {
    return config;
  }

  /**
   * Longest sequence of a session: what was asked for, or less when the model was made for less.
   */
  public int contextTokens() {
    return options.contextTokens();
  }

  /** Memory of one token in the cache of a session, in bytes. */
  public int tokenBytes() {
    return slab.tokenBytes();
  }

  /** How many sessions may be open at once. */
  public int slotsMax() {
    return slots.count();
  }

  /**
   * Starts an empty sequence.
   *
   * @throws IllegalStateException when as many sessions are open as the options allow
   */
  public LlmSession newSession() {
    int slot =
        slots
            .take()
            .orElseThrow(
                () -> new IllegalStateException("all %d slots are in use".formatted(slotsMax())));
    return new LlmSession(this, slot);
  }

  /**
   * Appends one token to each of several sessions, computed together. Logits may differ in the last
   * digits from those of {@link LlmSession#decode}, as the sums are taken in another order.
   *
   * @param sessions different sessions of this model, at least one, all owned by the caller
   * @param ids the token of each
   * @return for each session its logits, which hold until its next call
   */
  public float[][] decode(List<LlmSession> sessions, int... ids) {
    if (sessions.size() != ids.length || sessions.isEmpty()) {
      throw new IllegalArgumentException(
          "%d sessions and %d tokens".formatted(sessions.size(), ids.length));
    }
    for (int i = 0; i < ids.length; i++) {
      sessions.get(i).checkFit(ids[i]);
    }
    if (ids.length == 1) {
      return new float[][] {sessions.get(0).decode(ids[0])};
    }
    new LlmBatch(this, sessions.get(0).memory()).decode(sessions, ids);
    return sessions.stream().map(LlmSession::logits).toArray(float[][]::new);
  }

  /** The graph that is fastest for a run of so many rows. */
  OrtSession graphFor(int rows) {
    return graphs.forRows(rows);
  }

  KvSlab slab() {
    return slab;
  }

  Slots slots() {
    return slots;
  }

  Matrix embedding() {
    return embedding;
  }

  NDManager manager() {
    return manager;
  }

  /** Frees the model; all its sessions must be closed before. */
  @Override
  public void close() {
    try {
      graphs.close();
    } catch (OrtException e) {
      throw new IllegalStateException("the model could not be closed", e);
    } finally {
      manager.close();
    }
  }
}
