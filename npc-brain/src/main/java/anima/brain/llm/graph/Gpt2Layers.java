package anima.brain.llm.graph;

import ai.djl.ndarray.types.DataType;
import anima.brain.llm.engine.NativeMemory;
import anima.brain.llm.model.Gpt2Tensors;
import anima.brain.llm.model.Matrix;
import anima.brain.llm.model.ModelConfig;
import anima.brain.llm.model.ModelException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.LongStream;

/** The layers of a GPT-2. Owned by one thread. */
final class Gpt2Layers implements DecoderLayers {
  private final ModelConfig config;
  private final GraphParts parts;
  private final OnnxWriter graph;
  private final HeadLayout layout;
  private final AttentionWriter attention;
  private final int contextTokens;

  Gpt2Layers(ModelConfig config, GraphParts parts, int contextTokens) {
    this.config = config;
    this.parts = parts;
    this.graph = parts.graph;
    this.layout = HeadLayout.of(config.headSize());
    this.attention = new AttentionWriter(config, layout, graph);
    this.contextTokens = contextTokens;
  }

  /** Adds to each token the vector of its position. */
  @Override
  public String begin(String hidden) throws ModelException {
    writePositionTable();
    String positions = writePositions(hidden);
    String learned =
        graph.node("Gather", List.of(Gpt2Tensors.POSITIONS, positions), "learned_positions");
    return graph.node("Add", List.of(hidden, learned), "placed");
  }

  private void writePositionTable() throws ModelException {
    Matrix matrix = parts.weights.matrix(Gpt2Tensors.POSITIONS);
    ByteBuffer table = NativeMemory.bytes((long) Float.BYTES * contextTokens * matrix.columns);
    float[] row = new float[matrix.columns];
    for (int position = 0; position < contextTokens; position++) {
      matrix.readFloats(position, row);
      for (float value : row) {
        if (!Float.isFinite(value)) {
          throw parts.weights.notFinite(Gpt2Tensors.POSITIONS);
        }
        table.putFloat(value);
      }
    }
    graph.initializer(
        Gpt2Tensors.POSITIONS, DataType.FLOAT32, table.flip(), contextTokens, matrix.columns);
  }

  /** The last index of a sequence, less the number of tokens, plus 1, 2, 3 … for its tokens. */
  private String writePositions(String hidden) {
    String zero = parts.integers("zero", 0L);
    String one = parts.integers("one", 1L);
    String counted = parts.integers("counted", LongStream.rangeClosed(1, contextTokens).toArray());
    String tokens = graph.node("Shape", List.of(hidden), "tokens_of_run", "start", 1, "end", 2);
    String places = graph.node("Slice", List.of(counted, zero, tokens), "places");
    String last = graph.node("Cast", List.of(DecoderGraph.LAST_INDEX), "last_index_long", "to", 7);
    String before = graph.node("Sub", List.of(last, tokens), "before_run");
    String column = graph.node("Unsqueeze", List.of(before, one), "before_run_column");
    return graph.node("Add", List.of(column, places), "positions");
  }

  @Override
  public String layer(int l, String stream) throws ModelException {
    String afterAttention = writeAttention(l, stream);
    return writeFeedForward(l, afterAttention);
  }

  private String writeAttention(int l, String stream) throws ModelException {
    String input = Gpt2Tensors.layer(l, "attn.c_attn");
    String output = Gpt2Tensors.layer(l, "attn.c_proj");
    String normal = norm(stream, Gpt2Tensors.layer(l, "ln_1"));
    int allHeads = 3 * config.heads();
    Matrix all = layout.widenRows(parts.weights.matrix(input + ".weight"), allHeads);
    float[] bias = layout.widen(parts.weights.vector(input + ".bias"), allHeads);
    String product = parts.multiply(normal, all, input + ".weight", input);
    String packed = parts.add(product, parts.floats(input + ".bias", bias));
    String mixed =
        attention.write(l, List.of(packed), List.of(), Gpt2Tensors.layer(l, "attn.mixed"));
    Matrix matrix = layout.widenColumns(parts.weights.matrix(output + ".weight"), config.heads());
    String moved = parts.linear(mixed, matrix, output, true);
    return graph.node("Add", List.of(stream, moved), Gpt2Tensors.layer(l, "attn.stream"));
  }

  /** Gaussian error linear units (arXiv 1606.08415) by the hyperbolic tangent. */
  private String writeFeedForward(int l, String stream) throws ModelException {
    String inner = Gpt2Tensors.layer(l, "mlp.c_fc");
    String normal = norm(stream, Gpt2Tensors.layer(l, "ln_2"));
    String wide = parts.linear(normal, inner, false);
    String active =
        graph.node(
            OnnxWriter.MICROSOFT,
            "FastGelu",
            List.of(wide, parts.vector(inner + ".bias")),
            List.of(Gpt2Tensors.layer(l, "mlp.active")));
    String moved = parts.linear(active, Gpt2Tensors.layer(l, "mlp.c_proj"), true);
    return graph.node("Add", List.of(stream, moved), Gpt2Tensors.layer(l, "mlp.stream"));
  }

  @Override
  public String end(String stream) throws ModelException {
    return norm(stream, Gpt2Tensors.FINAL_NORM);
  }

  private String norm(String in, String name) throws ModelException {
    return graph.node(
        "LayerNormalization",
        List.of(in, parts.vector(name + ".weight"), parts.vector(name + ".bias")),
        name + "_out",
        "axis",
        -1,
        "epsilon",
        (float) config.normEpsilon());
  }
}
