package anima.brain.llm;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import ai.onnxruntime.OrtException;
import anima.brain.llm.LlmOptions.PrefillWeights;
import anima.brain.llm.engine.ComputeDevice;
import anima.brain.llm.engine.DeviceReason;
import anima.brain.llm.engine.DeviceState;
import anima.brain.llm.engine.DjlSettings;
import anima.brain.llm.engine.EngineFault;
import anima.brain.llm.engine.EngineStart;
import anima.brain.llm.graph.WeightFormat;
import anima.brain.llm.model.Matrix;
import anima.brain.llm.model.MemoryNeed;
import anima.brain.llm.model.MemoryRoom;
import anima.brain.llm.model.ModelConfig;
import anima.brain.llm.model.ModelException;
import anima.brain.llm.model.ModelFault;
import anima.brain.llm.model.ModelFolder;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A language model ready to run, on DJL's OnnxRuntime engine: the engine owns the environment and
 * all tensors; runs go to the ONNX session itself, because only there can the cache be bound as
 * input and output at once. Any thread may open sessions; each session has one owner.
 */
public final class Llm implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Llm.class);

  private final ModelConfig config;
  private final LlmOptions options;
  private final Matrix embedding;
  private final NDManager manager;
  private final ModelFolder folder;
  private final Slots slots;

  /** What runs it now. Written under this object's lock. */
  private volatile Backend backend;

  /** Guarded by this. */
  private DeviceState state;

  private Llm(
      ModelFolder folder, LlmOptions options, NDManager manager, Backend backend, DeviceState state)
      throws ModelException {
    this.config = folder.config();
    this.options = options;
    this.embedding = folder.weights().embedding();
    this.manager = manager;
    this.folder = folder;
    this.backend = backend;
    this.state = state;
    this.slots = new Slots(options.slots());
  }

  /** Loads a model; takes about a second for each hundred million weights. */
  public static Llm open(ModelFolder folder, LlmOptions options) throws ModelException {
    DjlSettings.stayOffline();
    ModelConfig config = folder.config();
    int contextTokens = Math.min(options.contextTokens(), config.contextTokensMax());
    LlmOptions effective =
        options.withContextTokens(contextTokens).withPrefill(prefill(folder, options));
    new MemoryNeed(
            Graphs.bytes(folder, effective), KvSlab.bytes(config, options.slots(), contextTokens))
        .check(folder.path(), MemoryRoom.now());
    NDManager manager = newManager(folder);
    try {
      return open(folder, effective, manager);
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

  /** On the device of choice, or on the processor if that does not take the model. */
  private static Llm open(ModelFolder folder, LlmOptions options, NDManager manager)
      throws ModelException, OrtException {
    DeviceState state = Devices.choose(folder, options);
    if (state.device() != ComputeDevice.CPU) {
      try {
        return openOnCard(folder, options, manager, state);
      } catch (OrtException | EngineFault | RunFailedException e) {
        LOG.warn("{} takes no model", state.device(), e);
        state = DeviceState.after(DeviceReason.FAILED, e);
      }
    }
    Backend processor = Backend.open(folder, options, ComputeDevice.CPU, manager);
    return new Llm(folder, options, manager, processor, state);
  }

  private static Llm openOnCard(
      ModelFolder folder, LlmOptions options, NDManager manager, DeviceState state)
      throws ModelException, OrtException {
    Backend card = Backend.open(folder, options, state.device(), manager);
    Llm llm = new Llm(folder, options, manager, card, state);
    int tokensMax = DeviceTrial.run(llm);
    if (llm.backend() == card && tokensMax < LlmSession.RUN_TOKENS_MAX) {
      LOG.warn("{} computes long runs wrongly; it gets short ones", state.device());
      card.limitRuns(tokensMax);
    }
    return llm;
  }

  private static PrefillWeights prefill(ModelFolder folder, LlmOptions options)
      throws ModelException {
    if (options.prefill() != PrefillWeights.AUTO) {
      return options.prefill();
    }
    return fourBits(folder, options) ? PrefillWeights.INT8_ROWS : PrefillWeights.SAME;
  }

  /** Whether all matrices are to be held in 4 bits. */
  static boolean fourBits(ModelFolder folder, LlmOptions options) throws ModelException {
    return options.weights() == WeightFormat.INT4
        || (options.weights() == WeightFormat.AS_STORED && folder.weights().inFourBits());
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
    return backend.kv().tokenBytes();
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
   * Appends one token to each of several sessions, computed together. Logits differ from those of
   * {@link LlmSession#decode} as those of other portions do; see {@link LlmSession}.
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
    if (backend.decodesOneByOne(ids.length)) {
      for (int i = 0; i < ids.length; i++) {
        sessions.get(i).decode(ids[i]);
      }
    } else {
      sessions.forEach(LlmSession::follow);
      new LlmBatch(this, sessions.get(0).memory()).decode(sessions, ids);
    }
    return sessions.stream().map(LlmSession::logits).toArray(float[][]::new);
  }

  /** Where it runs, and why. */
  public synchronized DeviceState device() {
    return state;
  }

  Backend backend() {
    return backend;
  }

  /**
   * Goes on on the processor after a device has failed in a run; sessions follow with their next
   * call. What the processor itself cannot do is thrown on.
   */
  synchronized void leave(Backend failed, RunFailedException why) {
    if (failed.device() == ComputeDevice.CPU) {
      throw why;
    }
    if (backend != failed) {
      return;
    }
    LOG.warn("{} was lost", failed.device(), why);
    try {
      backend = Backend.open(folder, options, ComputeDevice.CPU, manager);
    } catch (ModelException | OrtException e) {
      why.addSuppressed(e);
      throw why;
    }
    // The lost one stays as it is: freeing what a broken driver held ends the process at times.
    state = DeviceState.after(DeviceReason.LOST, why);
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
  public synchronized void close() {
    try {
      backend.close();
    } finally {
      manager.close();
    }
  }
}
