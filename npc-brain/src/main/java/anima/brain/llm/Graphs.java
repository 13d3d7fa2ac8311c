package anima.brain.llm;

import ai.djl.ndarray.NDManager;
import ai.djl.onnxruntime.engine.OrtNDArray;
import ai.onnxruntime.OnnxTensorLike;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import anima.brain.llm.LlmOptions.PrefillWeights;
import anima.brain.llm.engine.ComputeDevice;
import anima.brain.llm.engine.ThreadNice;
import anima.brain.llm.graph.DecoderGraph;
import anima.brain.llm.graph.OnnxWriter;
import anima.brain.llm.graph.WeightFormat;
import anima.brain.llm.model.ModelException;
import anima.brain.llm.model.ModelFolder;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/**
 * The one or two graphs of a model, loaded into the runtime: small weights are fastest when every
 * token has to read them all, weights that need no unpacking when many tokens share one reading.
 * Both read and write the same cache. Any thread may run them.
 */
final class Graphs implements AutoCloseable {
  /** From so many rows on the second graph is faster; measured on x86 with VNNI. */
  static final int WIDE_ROWS_MIN = 4;

  private final OrtSession narrow;
  private final OrtSession wide;

  private Graphs(OrtSession narrow, OrtSession wide) {
    this.narrow = narrow;
    this.wide = wide;
  }

  /**
   * Converts and loads the graphs.
   *
   * @param narrow whether runs of few tokens need a graph beside one for many
   * @param device what will compute them; a graphics card needs no second graph
   * @param manager holds the weights, which the runtime keeps reading
   */
  static Graphs open(
      ModelFolder folder,
      LlmOptions options,
      boolean narrow,
      ComputeDevice device,
      NDManager manager)
      throws ModelException, OrtException {
    if (options.prefill() == PrefillWeights.SAME || device != ComputeDevice.CPU) {
      OrtSession only = load(folder, options, exact(options.weights(), manager), device, manager);
      return new Graphs(only, only);
    }
    WeightFormat rows = exact(WeightFormat.INT8_ROWS, manager);
    OrtSession many = load(folder, options, rows, device, manager);
    if (!narrow) {
      return new Graphs(many, many);
    }
    try {
      WeightFormat format = exact(options.weights(), manager);
      return new Graphs(load(folder, options, format, device, manager), many);
    } catch (ModelException | OrtException e) {
      many.close();
      throw e;
    }
  }

  /** What the weights of all graphs take, in bytes. */
  static long bytes(ModelFolder folder, LlmOptions options) throws ModelException {
    long narrow = folder.weights().bytes(options.weights()::bytes);
    return options.prefill() == PrefillWeights.SAME
        ? narrow
        : narrow + folder.weights().bytes(WeightFormat.INT8_ROWS::bytes);
  }

  private static WeightFormat exact(WeightFormat format, NDManager manager) throws OrtException {
    boolean saturates = format == WeightFormat.INT8_ROWS && !ByteProduct.isExact(manager);
    return saturates ? WeightFormat.UINT8_ROWS : format;
  }

  private static OrtSession load(
      ModelFolder folder,
      LlmOptions options,
      WeightFormat format,
      ComputeDevice device,
      NDManager manager)
      throws ModelException, OrtException {
    OnnxWriter graph =
        DecoderGraph.write(folder.config(), folder.weights(), format, options.contextTokens());
    try (OrtSession.SessionOptions settings = new OrtSession.SessionOptions()) {
      settings.setIntraOpNumThreads(options.threads());
      settings.setInterOpNumThreads(1);
      settings.addConfigEntry("session.intra_op.allow_spinning", "0");
      settings.addConfigEntry("session.set_denormal_as_zero", "1");
      device.addTo(settings);
      settings.addExternalInitializers(tensors(graph, manager));
      return start(graph.toBytes(), settings);
    }
  }

  /** The session's own threads give way to those that draw, as the thread that starts it does. */
  private static OrtSession start(byte[] graph, OrtSession.SessionOptions settings)
      throws OrtException {
    try {
      return ThreadNice.call(() -> OrtEnvironment.getEnvironment().createSession(graph, settings));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof OrtException cause) {
        throw cause;
      }
      throw new IllegalStateException(e);
    }
  }

  static Map<String, OnnxTensorLike> tensors(OnnxWriter graph, NDManager manager) {
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

  /** The graph that is fastest for a run of so many tokens, over all sequences. */
  OrtSession forRows(int rows) {
    return rows < WIDE_ROWS_MIN ? narrow : wide;
  }

  @Override
  public void close() throws OrtException {
    try {
      narrow.close();
    } finally {
      if (wide != narrow) {
        wide.close();
      }
    }
  }
}
