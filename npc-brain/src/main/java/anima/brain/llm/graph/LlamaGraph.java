package anima.brain.llm.graph;

import ai.djl.ndarray.types.DataType;
import anima.brain.llm.engine.NativeMemory;
import anima.brain.llm.model.Architecture;
import anima.brain.llm.model.LlamaTensors;
import anima.brain.llm.model.Matrix;
import anima.brain.llm.model.ModelConfig;
import anima.brain.llm.model.ModelException;
import anima.brain.llm.model.ModelWeights;
import anima.brain.llm.model.Rotary;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Writes a Llama-shaped decoder as ONNX. One run takes embedded tokens of one or more sequences,
 * each behind what its cache holds, adds their keys and values to the cache and gives logits for
 * the wanted rows. Operators: onnxruntime, ContribOperators.md. Owned by one thread.
 *
 * <p>Inputs: {@code hidden} f32[batch, tokens, hidden]; {@code last_index} i32[batch], the index of
 * each sequence's last token; {@code total} i32, tokens of the longest sequence with the cache;
 * {@code rows} i64[rows], for which of the new tokens logits are wanted; the caches, f32[batch, key
 * heads, room, head size]. Outputs: {@code logits} f32[batch, rows, vocabulary] and the caches,
 * which are bound to the same memory as the inputs.
 */
public final class LlamaGraph {
  public static final String HIDDEN = "hidden";
  public static final String LAST_INDEX = "last_index";
  public static final String TOTAL = "total";
  public static final String ROWS = "rows";
  public static final String LOGITS = "logits";

  private final ModelConfig config;
  private final Architecture.Llama llama;
  private final ModelWeights weights;
  private final HeadLayout layout;
  private final OnnxWriter graph = new OnnxWriter();
  private final MatrixPacker packer;

  private LlamaGraph(
      ModelConfig config, Architecture.Llama llama, ModelWeights weights, WeightFormat format) {
    this.config = config;
    this.llama = llama;
    this.weights = weights;
    this.layout = HeadLayout.of(config.headSize());
    this.packer = new MatrixPacker(graph, format);
  }

  /**
   * Builds the graph.
   *
   * @param contextTokens longest sequence, for the rotary table
   */
  public static OnnxWriter write(
      ModelConfig config, ModelWeights weights, WeightFormat format, int contextTokens)
      throws ModelException {
    return config
        .architecture()
        .handle(
            new Architecture.Handler<OnnxWriter, ModelException>() {
              @Override
              public OnnxWriter llama(Architecture.Llama llama) throws ModelException {
                LlamaGraph writer = new LlamaGraph(config, llama, weights, format);
                writer.writeAll(contextTokens);
                return writer.graph;
              }

              @Override
              public OnnxWriter gpt2(Architecture.Gpt2 gpt2) {
                throw new UnsupportedOperationException("no graph of GPT-2 yet");
              }
            });
  }

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

  private void writeAll(int contextTokens) throws ModelException {
    graph.input(HIDDEN, DataType.FLOAT32, "batch", "tokens", config.hiddenSize());
    graph.input(LAST_INDEX, DataType.INT32, "batch");
    graph.input(TOTAL, DataType.INT32);
    graph.input(ROWS, DataType.INT64, "rows");
    writeRotaryTable(contextTokens);
    String stream = HIDDEN;
    for (int l = 0; l < config.layers(); l++) {
      String afterAttention = writeAttention(l, stream);
      stream = writeFeedForward(l, afterAttention);
    }
    String normal = norm(stream, LlamaTensors.FINAL_NORM);
    String wanted = graph.node("Gather", List.of(normal, ROWS), "wanted", "axis", 1);
    multiply(wanted, weights.head(), ModelWeights.HEAD, LOGITS);
    graph.output(LOGITS, DataType.FLOAT32, "batch", "rows", config.vocabularyTokens());
  }

  /** Sines and cosines of each position and pair of a head; the widened pairs are zeros. */
  private void writeRotaryTable(int positions) {
    Rotary rotary = llama.rotary();
    int half = layout.wideSize() / 2;
    int pairs = rotary.frequencies().size();
    ByteBuffer cosines = NativeMemory.bytes((long) Float.BYTES * positions * half);
    ByteBuffer sines = NativeMemory.bytes((long) Float.BYTES * positions * half);
    for (int position = 0; position < positions; position++) {
      for (int i = 0; i < half; i++) {
        double angle = i < pairs ? position * rotary.frequencies().get(i) : 0;
        cosines.putFloat((float) (rotary.magnitude() * Math.cos(angle)));
        sines.putFloat((float) (rotary.magnitude() * Math.sin(angle)));
      }
    }
    graph.initializer("cosines", DataType.FLOAT32, cosines.flip(), positions, half);
    graph.initializer("sines", DataType.FLOAT32, sines.flip(), positions, half);
  }

  private String writeAttention(int l, String stream) throws ModelException {
    String self = LlamaTensors.layer(l, "self_attn.");
    String normal = norm(stream, LlamaTensors.layer(l, "input_layernorm.weight"));
    String packed = writeQueryKeyValue(self, normal);
    declareCache(l);
    String mixed = self + "mixed";
    graph.node(
        OnnxWriter.MICROSOFT,
        "GroupQueryAttention",
        List.of(packed, "", "", pastKeys(l), pastValues(l), LAST_INDEX, TOTAL, "cosines", "sines"),
        List.of(mixed, presentKeys(l), presentValues(l)),
        "num_heads",
        config.heads(),
        "kv_num_heads",
        config.keyHeads(),
        "do_rotary",
        1,
        "scale",
        (float) (1 / Math.sqrt(config.headSize())));
    String output = self + "o_proj";
    Matrix matrix = layout.widenColumns(weights.matrix(output + ".weight"), config.heads());
    multiply(mixed, matrix, output + ".weight", output);
    String moved = llama.outputBias() ? add(output, output + ".bias", vector(output)) : output;
    return graph.node("Add", List.of(stream, moved), self + "stream");
  }

  private String writeQueryKeyValue(String self, String normal) throws ModelException {
    Matrix query = weights.matrix(self + "q_proj.weight");
    Matrix key = weights.matrix(self + "k_proj.weight");
    Matrix value = weights.matrix(self + "v_proj.weight");
    Matrix all =
        new StackedMatrix(
            List.of(
                layout.widenRows(query, config.heads()),
                layout.widenRows(key, config.keyHeads()),
                layout.widenRows(value, config.keyHeads())));
    String packed = self + "packed";
    multiply(normal, all, self + "packed.weight", packed);
    if (!llama.queryBias()) {
      return packed;
    }
    ByteBuffer bias = NativeMemory.bytes((long) Float.BYTES * all.rows);
    bias.asFloatBuffer()
        .put(layout.widen(vector(self + "q_proj"), config.heads()))
        .put(layout.widen(vector(self + "k_proj"), config.keyHeads()))
        .put(layout.widen(vector(self + "v_proj"), config.keyHeads()));
    graph.initializer(self + "packed.bias", DataType.FLOAT32, bias, all.rows);
    return graph.node("Add", List.of(packed, self + "packed.bias"), self + "biased");
  }

  private void declareCache(int l) {
    Object[] past = {"batch", config.keyHeads(), "room", layout.wideSize()};
    Object[] present = {"batch", config.keyHeads(), "room_after", layout.wideSize()};
    graph.input(pastKeys(l), DataType.FLOAT32, past);
    graph.input(pastValues(l), DataType.FLOAT32, past);
    graph.output(presentKeys(l), DataType.FLOAT32, present);
    graph.output(presentValues(l), DataType.FLOAT32, present);
  }

  private String writeFeedForward(int l, String stream) throws ModelException {
    String mlp = LlamaTensors.layer(l, "mlp.");
    String normal = norm(stream, LlamaTensors.layer(l, "post_attention_layernorm.weight"));
    String gate = linear(normal, mlp + "gate_proj");
    String up = linear(normal, mlp + "up_proj");
    String sigmoid = graph.node("Sigmoid", List.of(gate), mlp + "sigmoid");
    String silu = graph.node("Mul", List.of(gate, sigmoid), mlp + "silu");
    String gated = graph.node("Mul", List.of(silu, up), mlp + "gated");
    String down = linear(gated, mlp + "down_proj");
    return graph.node("Add", List.of(stream, down), mlp + "stream");
  }

  private String linear(String in, String name) throws ModelException {
    multiply(in, weights.matrix(name + ".weight"), name + ".weight", name);
    return llama.feedForwardBias() ? add(name, name + ".bias", vector(name)) : name;
  }

  private float[] vector(String linear) throws ModelException {
    return weights.vector(linear + ".bias");
  }

  private String add(String in, String name, float[] bias) {
    graph.initializer(name, DataType.FLOAT32, NativeMemory.floats(bias), bias.length);
    return graph.node("Add", List.of(in, name), in + "_biased");
  }

  private void multiply(String in, Matrix matrix, String name, String out) throws ModelException {
    if (!packer.fits(matrix)) {
      throw weights.tooLarge(name);
    }
    if (!packer.multiply(in, matrix, name, out)) {
      throw weights.notFinite(name);
    }
  }

  private String norm(String in, String name) throws ModelException {
    float[] weight = weights.vector(name);
    graph.initializer(name, DataType.FLOAT32, NativeMemory.floats(weight), weight.length);
    return graph.node(
        "SimplifiedLayerNormalization",
        List.of(in, name),
        name + "_out",
        "axis",
        -1,
        "epsilon",
        (float) config.normEpsilon());
  }
}
