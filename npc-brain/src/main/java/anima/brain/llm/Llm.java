package anima.brain.llm;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import ai.djl.onnxruntime.engine.OrtNDArray;
import ai.onnxruntime.OnnxTensorLike;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import anima.brain.llm.engine.DjlSettings;
import anima.brain.llm.engine.EngineStart;
import anima.brain.llm.graph.LlamaGraph;
import anima.brain.llm.graph.OnnxWriter;
import anima.brain.llm.model.Matrix;
import anima.brain.llm.model.ModelConfig;
import anima.brain.llm.model.ModelException;
import anima.brain.llm.model.ModelFault;
import anima.brain.llm.model.ModelFolder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
  private final OrtSession session;
  private final KvSlab slab;
  private final Slots slots;

  private Llm(
      ModelConfig config,
      LlmOptions options,
      Matrix embedding,
      NDManager manager,
      OrtSession session) {
    this.config = config;
    this.options = options;
    this.embedding = embedding;
    this.manager = manager;
    this.session = session;
    this.slab = new KvSlab(manager, config, options.slots(), options.contextTokens());
    this.slots = new Slots(options.slots());
  }

  /** Loads a model; takes about a second for each hundred million weights. */
  public static Llm open(ModelFolder folder, LlmOptions options) throws ModelException {
    DjlSettings.stayOffline();
    ModelConfig config = folder.config();
    int contextTokens = Math.min(options.contextTokens(), config.contextTokensMax());
    LlmOptions effective = options.withContextTokens(contextTokens);
    OnnxWriter graph = write(folder, effective);
    NDManager manager = newManager(folder);
    try {
      OrtSession session = start(graph, options, manager);
      return new Llm(config, effective, folder.weights().embedding(), manager, session);
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

  private static OnnxWriter write(ModelFolder folder, LlmOptions options) throws ModelException {
    try {
      return LlamaGraph.write(
          folder.config(), folder.weights(), options.weights(), options.contextTokens());
    } catch (OutOfMemoryError e) {
      throw new ModelException(ModelFault.MEMORY, folder.path(), e);
    }
  }

  private static OrtSession start(OnnxWriter graph, LlmOptions options, NDManager manager)
      throws OrtException {
    try (OrtSession.SessionOptions settings = new OrtSession.SessionOptions()) {
      settings.setIntraOpNumThreads(options.threads());
      settings.setInterOpNumThreads(1);
      settings.addConfigEntry("session.intra_op.allow_spinning", "0");
      settings.addConfigEntry("session.set_denormal_as_zero", "1");
      settings.addExternalInitializers(tensors(graph, manager));
      return OrtEnvironment.getEnvironment().createSession(graph.toBytes(), settings);
    }
  }

  /** The runtime keeps reading this memory, so the manager holds it until the model is closed. */
  private static Map<String, OnnxTensorLike> tensors(OnnxWriter graph, NDManager manager) {
    Map<String, OnnxTensorLike> tensors = new HashMap<>();
    graph
        .initializers()
        .forEach(
            (name, weight) ->
                tensors.put(
                    name,
                    ((OrtNDArray) manager.create(weight.bytes(), weight.shape(), weight.type()))
                        .getTensor()));
    return tensors;
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
    return session;
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
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("the model could not be closed", e);
    } finally {
      manager.close();
    }
  }
}
