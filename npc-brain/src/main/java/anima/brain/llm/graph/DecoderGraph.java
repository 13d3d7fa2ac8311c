package anima.brain.llm.graph;

import ai.djl.ndarray.types.DataType;
import anima.brain.llm.model.Architecture;
import anima.brain.llm.model.ModelConfig;
import anima.brain.llm.model.ModelException;
import anima.brain.llm.model.ModelWeights;
import java.util.List;

/**
 * Writes a decoder as ONNX. One run takes the embedded tokens of some sequences, equally many of
 * each, behind what the cache holds of it, adds their keys and values to the cache and gives logits
 * for the wanted rows. Operators: onnxruntime, ContribOperators.md. Owned by one thread.
 *
 * <p>Inputs: {@code hidden} f32[batch, tokens, hidden]; {@code last_index} i32[batch], the index of
 * each sequence's last token; {@code total} i32, tokens of the longest sequence with the cache;
 * {@code rows} i64[rows], for which tokens logits are wanted; the caches f32[batch, key heads,
 * room, head size]. Outputs: {@code logits} f32[batch, rows, vocabulary] and the caches, which are
 * bound to the same memory as the inputs.
 */
public final class DecoderGraph {
  public static final String HIDDEN = "hidden";
  public static final String LAST_INDEX = "last_index";
  public static final String TOTAL = "total";
  public static final String ROWS = "rows";
  public static final String LOGITS = "logits";

  private DecoderGraph() {}

  public static String pastKeys(int layer) {
    return "past_keys_" + layer;
  }

  public static String pastValues(int layer) {
    return "past_values_" + layer;
  }

  public static String presentKeys(int layer) {
    return "present_keys_" + layer;
  }

  public static String presentValues(int layer) {
    return "present_values_" + layer;
  }

  /**
   * Builds the graph.
   *
   * @param contextTokens longest sequence, for the tables of positions
   */
  public static OnnxWriter write(
      ModelConfig config, ModelWeights weights, WeightFormat format, int contextTokens)
      throws ModelException {
    OnnxWriter graph = new OnnxWriter();
    graph.input(HIDDEN, DataType.FLOAT32, "batch", "tokens", config.hiddenSize());
    graph.input(LAST_INDEX, DataType.INT32, "batch");
    graph.input(TOTAL, DataType.INT32);
    graph.input(ROWS, DataType.INT64, "rows");
    GraphParts parts = new GraphParts(graph, weights, format);
    DecoderLayers layers = layers(config, parts, contextTokens);
    String stream = layers.begin(HIDDEN);
    for (int l = 0; l < config.layers(); l++) {
      stream = layers.layer(l, stream);
    }
    String normal = layers.end(stream);
    String wanted = graph.node("Gather", List.of(normal, ROWS), "wanted", "axis", 1);
    parts.multiply(wanted, weights.head(), ModelWeights.HEAD, LOGITS);
    graph.output(LOGITS, DataType.FLOAT32, "batch", "rows", config.vocabularyTokens());
    return graph;
  }

  private static DecoderLayers layers(ModelConfig config, GraphParts parts, int contextTokens) {
    return config
        .architecture()
        .handle(
            new Architecture.Handler<DecoderLayers, RuntimeException>() {
              @Override
              public DecoderLayers llama(Architecture.Llama llama) {
                return new LlamaLayers(config, llama, parts, contextTokens);
              }

              @Override
              public DecoderLayers gpt2(Architecture.Gpt2 gpt2) {
                return new Gpt2Layers(config, parts, contextTokens);
              }
            });
  }
}
