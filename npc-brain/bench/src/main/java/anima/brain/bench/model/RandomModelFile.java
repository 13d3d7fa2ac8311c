package anima.brain.bench.model;

import anima.brain.llm.gguf.GgufType;
import anima.brain.llm.gguf.GgufWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Writes a shape as a GGUF file with Q4_0 matrices, the same for the same shape. */
public final class RandomModelFile {
  /** Part of the file's name: changes when the content does. */
  private static final int VERSION = 1;

  private static final long SEED = 20_261_126;
  private static final int CONTEXT_TOKENS = 2048;
  private static final float NORM_EPSILON = 1e-5f;

  /** Weights as small as those of trained models keep sums within the range of the formats. */
  private static final float WEIGHT_LARGEST = 0.05f;

  private static final int BYTE_TOKENS = 256;
  private static final int CONTROL_TOKENS = 3;
  private static final int TYPE_NORMAL = 1;
  private static final int TYPE_UNKNOWN = 2;
  private static final int TYPE_CONTROL = 3;
  private static final int TYPE_BYTE = 6;

  private final BenchShape shape;
  private final SplittableRandom random = new SplittableRandom(SEED);
  private final GgufWriter writer = new GgufWriter();

  private RandomModelFile(BenchShape shape) {
    this.shape = shape;
  }

  /** The file of a shape in a folder, written when it is not there yet. */
  public static Path of(BenchShape shape, Path cacheFolder) throws IOException {
    Path file = cacheFolder.resolve("%s-q4_0-v%d.gguf".formatted(shape.label, VERSION));
    if (!Files.isRegularFile(file)) {
      Files.createDirectories(cacheFolder);
      Path part = Files.createTempFile(cacheFolder, shape.label, ".part");
      try {
        new RandomModelFile(shape).write(part);
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
      }
    }
    return file;
  }

  private void write(Path file) throws IOException {
    String family = shape.biased ? "qwen2" : "llama";
    writer
        .text("general.architecture", family)
        .text("general.name", "random " + shape.label)
        .integer("general.file_type", 2)
        .integer(family + ".context_length", CONTEXT_TOKENS)
        .integer(family + ".embedding_length", shape.width)
        .integer(family + ".block_count", shape.layers)
        .integer(family + ".feed_forward_length", shape.feedForward)
        .integer(family + ".attention.head_count", shape.heads)
        .integer(family + ".attention.head_count_kv", shape.keyHeads)
        .number(family + ".attention.layer_norm_rms_epsilon", NORM_EPSILON)
        .number(family + ".rope.freq_base", shape.ropeBase)
        .integer(family + ".rope.dimension_count", shape.headSize)
        .integer(family + ".vocab_size", shape.vocabulary);
    vocabulary();
    matrix("token_embd.weight", shape.vocabulary, shape.width);
    norm("output_norm.weight");
    for (int layer = 0; layer < shape.layers; layer++) {
      layer("blk." + layer + ".");
    }
    writer.write(file);
  }

  /** Every byte has a token, so that any text can be a prompt of known length. */
  private void vocabulary() {
    List<String> tokens = new ArrayList<>(List.of("<unk>", "<s>", "</s>"));
    int[] types = new int[shape.vocabulary];
    Arrays.fill(types, TYPE_NORMAL);
    types[0] = TYPE_UNKNOWN;
    types[1] = TYPE_CONTROL;
    types[2] = TYPE_CONTROL;
    for (int value = 0; value < BYTE_TOKENS; value++) {
      types[tokens.size()] = TYPE_BYTE;
      tokens.add("<0x%02X>".formatted(value));
    }
    float[] scores = new float[shape.vocabulary];
    for (int id = CONTROL_TOKENS + BYTE_TOKENS; id < shape.vocabulary; id++) {
      tokens.add("w" + id);
      scores[id] = -id;
    }
    writer
        .text("tokenizer.ggml.model", "llama")
        .texts("tokenizer.ggml.tokens", tokens)
        .numbers("tokenizer.ggml.scores", scores)
        .integers("tokenizer.ggml.token_type", types)
        .integer("tokenizer.ggml.bos_token_id", 1)
        .integer("tokenizer.ggml.eos_token_id", 2)
        .integer("tokenizer.ggml.unknown_token_id", 0);
  }

  private void layer(String name) {
    norm(name + "attn_norm.weight");
    matrix(name + "attn_q.weight", shape.queryWidth(), shape.width);
    matrix(name + "attn_k.weight", shape.keyWidth(), shape.width);
    matrix(name + "attn_v.weight", shape.keyWidth(), shape.width);
    matrix(name + "attn_output.weight", shape.width, shape.queryWidth());
    if (shape.biased) {
      bias(name + "attn_q.bias", shape.queryWidth());
      bias(name + "attn_k.bias", shape.keyWidth());
      bias(name + "attn_v.bias", shape.keyWidth());
    }
    norm(name + "ffn_norm.weight");
    matrix(name + "ffn_gate.weight", shape.feedForward, shape.width);
    matrix(name + "ffn_up.weight", shape.feedForward, shape.width);
    matrix(name + "ffn_down.weight", shape.width, shape.feedForward);
  }

  private void matrix(String name, int rows, int columns) {
    writer.matrix(name, GgufType.Q4_0, rows, columns, (row, into) -> fill(into));
  }

  private void norm(String name) {
    float[] ones = new float[shape.width];
    Arrays.fill(ones, 1);
    writer.vector(name, ones);
  }

  private void bias(String name, int length) {
    float[] values = new float[length];
    fill(values);
    writer.vector(name, values);
  }

  private void fill(float[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (random.nextDouble() * 2 - 1) * WEIGHT_LARGEST;
    }
  }
}
