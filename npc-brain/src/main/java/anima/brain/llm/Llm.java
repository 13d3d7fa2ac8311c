package anima.brain.llm;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.onnxruntime.engine.OrtNDArray;
import ai.onnxruntime.OnnxTensorLike;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.HashMap;
import java.util.Map;

/**
 * A language model ready to run, on DJL's OnnxRuntime engine: the engine owns the environment and
 * all tensors; runs go to the ONNX session itself, because only there can the cache be bound as
 * input and output at once. Any thread may open sessions; each session has one owner.
 */
public final class Llm implements AutoCloseable {
  private static final String ENGINE = "OnnxRuntime";

  private final ModelConfig config;
  private final LlmOptions options;
  private final Matrix embedding;
  private final NDManager manager;
  private final OrtSession session;

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
  }

  /** Loads a model; takes about a second for each hundred million weights. */
  public static Llm open(ModelFolder folder, LlmOptions options) throws ModelException {
    DjlSettings.stayOffline();
    ModelConfig config = folder.config();
    OnnxWriter graph =
        LlamaGraph.write(config, folder.weights(), options.weights(), options.contextTokens());
    NDManager manager = Engine.getEngine(ENGINE).newBaseManager(Device.cpu());
    try {
      OrtSession session = start(graph, options, manager);
      return new Llm(config, options, folder.weights().embedding(), manager, session);
    } catch (OrtException e) {
      manager.close();
      throw new ModelException(ModelFault.RUNTIME, folder.path(), e);
    } catch (ModelException e) {
      manager.close();
      throw e;
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

  public LlmOptions options() {
    return options;
  }

  /** Starts an empty sequence. */
  public LlmSession newSession() {
    return new LlmSession(this, newCache(), 0);
  }

  KvCache newCache() {
    return new KvCache(manager, config, options.contextTokens());
  }

  Matrix embedding() {
    return embedding;
  }

  NDManager manager() {
    return manager;
  }

  OrtSession session() {
    return session;
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
