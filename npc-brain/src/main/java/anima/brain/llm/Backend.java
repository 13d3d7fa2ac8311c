package anima.brain.llm;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.onnxruntime.OnnxTensorLike;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import anima.brain.llm.LlmOptions.DecodeBy;
import anima.brain.llm.engine.ComputeDevice;
import anima.brain.llm.model.ModelConfig;
import anima.brain.llm.model.ModelException;
import anima.brain.llm.model.ModelFolder;
import anima.brain.llm.vector.VectorModel;
import anima.brain.llm.vector.VectorSequence;
import java.util.Map;
import java.util.Optional;

/**
 * The graphs of a model on one device, and the caches that they read and write. Any thread may run
 * them, on slots of its own.
 */
final class Backend implements AutoCloseable {
  private final ComputeDevice device;
  private final NDManager manager;
  private final Graphs graphs;
  private final KvStore kv;

  /** Decodes single tokens where it can. */
  private final Optional<VectorModel> vector;

  private volatile int runTokensMax = LlmSession.RUN_TOKENS_MAX;

  private Backend(
      ComputeDevice device,
      NDManager manager,
      Graphs graphs,
      KvStore kv,
      Optional<VectorModel> vector) {
    this.device = device;
    this.manager = manager;
    this.graphs = graphs;
    this.kv = kv;
    this.vector = vector;
  }

  /**
   * Converts and loads a model.
   *
   * @throws OrtException when the device does not take it
   */
  static Backend open(
      ModelFolder folder, LlmOptions options, ComputeDevice device, NDManager parent)
      throws ModelException, OrtException {
    NDManager manager = parent.newSubManager();
    try {
      Optional<VectorModel> vector = vector(folder, options, device);
      Graphs graphs = Graphs.open(folder, options, vector.isEmpty(), device, manager);
      KvStore kv = newStore(folder.config(), options, device, graphs, manager);
      return new Backend(device, manager, graphs, kv, vector);
    } catch (ModelException | OrtException | RuntimeException | OutOfMemoryError e) {
      manager.close();
      throw e;
    }
  }

  private static Optional<VectorModel> vector(
      ModelFolder folder, LlmOptions options, ComputeDevice device) throws ModelException {
    boolean wanted = device == ComputeDevice.CPU && options.decode() == DecodeBy.AUTO;
    return wanted && Llm.fourBits(folder, options)
        ? VectorModel.open(folder, options.threads(), options.contextTokens())
        : Optional.empty();
  }

  private static KvStore newStore(
      ModelConfig config,
      LlmOptions options,
      ComputeDevice device,
      Graphs graphs,
      NDManager manager)
      throws OrtException {
    int room = options.contextTokens();
    return device == ComputeDevice.CPU
        ? new KvSlab(manager, config, options.slots(), room)
        : new DeviceKv(manager, config, room, device, graphs.forRows(1), DataType.FLOAT32);
  }

  ComputeDevice device() {
    return device;
  }

  KvStore kv() {
    return kv;
  }

  /** Decodes single tokens of a slot in Java; empty where the graph does. */
  Optional<VectorSequence> newVectorSequence(int slot) {
    return vector.map(model -> model.newSequence(((KvSlab) kv).rows(slot)));
  }

  /** Whether so many sequences are better decoded one by one than together. */
  boolean decodesOneByOne(int sequences) {
    return !kv.joinsSlots() || (vector.isPresent() && sequences < Graphs.WIDE_ROWS_MIN);
  }

  /** Tokens of one run at most. */
  int runTokensMax() {
    return runTokensMax;
  }

  void limitRuns(int tokens) {
    runTokensMax = tokens;
  }

  /**
   * Runs the graph that is fastest for so many tokens.
   *
   * @throws RunFailedException when the device did not compute it
   */
  void run(
      int rows,
      Map<String, ? extends OnnxTensorLike> inputs,
      Map<String, ? extends OnnxValue> outputs) {
    try (OrtSession.Result result = device.run(graphs.forRows(rows), inputs, outputs)) {
      if (result.size() != outputs.size()) {
        throw new IllegalStateException("the graph gave " + result.size() + " outputs");
      }
    } catch (OrtException | IllegalStateException e) {
      throw new RunFailedException("the model could not run on the " + device, e);
    }
  }

  /** After this every run fails, as it does when a driver has lost its card. */
  void closeGraphs() {
    try {
      graphs.close();
    } catch (OrtException e) {
      throw new IllegalStateException("the model could not be closed", e);
    }
  }

  @Override
  public void close() {
    try {
      vector.ifPresent(VectorModel::close);
      kv.close();
      closeGraphs();
    } finally {
      manager.close();
    }
  }
}
