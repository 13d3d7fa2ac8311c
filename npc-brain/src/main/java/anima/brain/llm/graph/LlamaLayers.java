package anima.brain.llm.graph;

import ai.djl.ndarray.types.DataType;
import anima.brain.llm.engine.NativeMemory;
import anima.brain.llm.model.Architecture;
import anima.brain.llm.model.LlamaTensors;
import anima.brain.llm.model.Matrix;
import anima.brain.llm.model.ModelConfig;
import anima.brain.llm.model.ModelException;
import anima.brain.llm.model.Rotary;
import java.nio.ByteBuffer;
import java.util.List;

/** The layers of a Llama. Owned by one thread. */
final class LlamaLayers implements DecoderLayers {
  private static final String COSINES = "cosines";
  private static final String SINES = "sines";

  private final ModelConfig config;
  private final Architecture.Llama llama;
  private final GraphParts parts;
  private final OnnxWriter graph;
  private final HeadLayout layout;
  private final AttentionWriter attention;
  private final HeadNorms headNorms;
  private final int contextTokens;

  LlamaLayers(ModelConfig config, Architecture.Llama llama, GraphParts parts, int contextTokens) {
    this.config = config;
    this.llama = llama;
    this.parts = parts;
    this.graph = parts.graph;
    this.layout = HeadLayout.of(config.headSize());
    this.attention = new AttentionWriter(config, layout, graph);
    this.headNorms = new HeadNorms(config, layout, parts);
    this.contextTokens = contextTokens;
  }

  @Override
  public String begin(String hidden) {
    writeRotaryTables();
    return hidden;
  }

  /** Cosine and sine for each position and pair of a head; pairs of widened heads stay zero. */
  private void writeRotaryTables() {
    Rotary rotary = llama.rotary();
    int half = layout.wideSize() / 2;
    int pairs = rotary.frequencies().size();
    ByteBuffer cosines = NativeMemory.bytes((long) Float.BYTES * contextTokens * half);
    ByteBuffer sines = NativeMemory.bytes((long) Float.BYTES * contextTokens * half);
    for (int position = 0; position < contextTokens; position++) {
      for (int i = 0; i < pairs; i++) {
        double angle = position * rotary.frequencies().get(i);
        int at = Float.BYTES * (position * half + i);
        cosines.putFloat(at, (float) (rotary.magnitude() * Math.cos(angle)));
        sines.putFloat(at, (float) (rotary.magnitude() * Math.sin(angle)));
      }
    }
    graph.initializer(COSINES, DataType.FLOAT32, cosines, contextTokens, half);
    graph.initializer(SINES, DataType.FLOAT32, sines, contextTokens, half);
  }

  @Override
  public String layer(int l, String stream) throws ModelException {
    String afterAttention = writeAttention(l, stream);
    return writeFeedForward(l, afterAttention);
  }

  @Override
  public String end(String stream) throws ModelException {
    return norm(stream, LlamaTensors.FINAL_NORM);
  }

  private String writeAttention(int l, String stream) throws ModelException {
    String self = LlamaTensors.layer(l, "self_attn.");
    String normal = norm(stream, LlamaTensors.layer(l, "input_layernorm.weight"));
    String packed = writeQueryKeyValue(self, normal);
    List<String> queryKeyValue =
        llama.headNorms() ? headNorms.write(self, packed) : List.of(packed);
    String mixed = attention.write(l, queryKeyValue, List.of(COSINES, SINES), self + "mixed");
    String output = self + "o_proj";
    Matrix matrix = layout.widenColumns(parts.weights.matrix(output + ".weight"), config.heads());
    String moved = parts.linear(mixed, matrix, output, llama.outputBias());
    return graph.node("Add", List.of(stream, moved), self + "stream");
  }

  /** One product for all three: their matrices on top of each other. */
  private String writeQueryKeyValue(String self, String normal) throws ModelException {
    Matrix query = parts.weights.matrix(self + "q_proj.weight");
    Matrix key = parts.weights.matrix(self + "k_proj.weight");
    Matrix value = parts.weights.matrix(self + "v_proj.weight");
    Matrix all =
        new StackedMatrix(
            List.of(
                layout.widenRows(query, config.heads()),
                layout.widenRows(key, config.keyHeads()),
                layout.widenRows(value, config.keyHeads())));
    String packed = parts.multiply(normal, all, self + "packed.weight", self + "packed");
    if (!llama.queryBias()) {
      return packed;
    }
    ByteBuffer bias = NativeMemory.bytes((long) Float.BYTES * all.rows);
    bias.asFloatBuffer()
        .put(layout.widen(parts.weights.vector(self + "q_proj.bias"), config.heads()))
        .put(layout.widen(parts.weights.vector(self + "k_proj.bias"), config.keyHeads()))
        .put(layout.widen(parts.weights.vector(self + "v_proj.bias"), config.keyHeads()));
    graph.initializer(self + "packed.bias", DataType.FLOAT32, bias, all.rows);
    return parts.add(packed, self + "packed.bias");
  }

  private String writeFeedForward(int l, String stream) throws ModelException {
    String mlp = LlamaTensors.layer(l, "mlp.");
    boolean bias = llama.feedForwardBias();
    String normal = norm(stream, LlamaTensors.layer(l, "post_attention_layernorm.weight"));
    String gate = parts.linear(normal, mlp + "gate_proj", bias);
    String up = parts.linear(normal, mlp + "up_proj", bias);
    String sigmoid = graph.node("Sigmoid", List.of(gate), mlp + "sigmoid");
    String silu = graph.node("Mul", List.of(gate, sigmoid), mlp + "silu");
    String gated = graph.node("Mul", List.of(silu, up), mlp + "gated");
    String down = parts.linear(gated, mlp + "down_proj", bias);
    return graph.node("Add", List.of(stream, down), mlp + "stream");
  }

  private String norm(String in, String name) throws ModelException {
    return parts.rootMeanSquareNorm(in, parts.vector(name), config.normEpsilon(), name + "_out");
  }
}
