package anima.brain.llm;

import static org.assertj.core.api.Assertions.assertThat;

import anima.brain.llm.gguf.GgufCopy;
import anima.brain.llm.gguf.GgufType;
import anima.brain.llm.gguf.GgufWriter;
import anima.brain.llm.graph.WeightFormat;
import anima.brain.llm.model.LlamaTensors;
import anima.brain.llm.model.ModelException;
import anima.brain.llm.model.ModelFolder;
import anima.brain.llm.model.RandomModel;
import anima.brain.llm.model.SafetensorsWriter;
import anima.brain.llm.text.TextTokenizer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real weights made by others must tell their story: {@code stories260K.bin} and {@code tok512.bin}
 * of llama2.c, in the folder that {@code ANIMA_TEST_WEIGHTS} names.
 */
@EnabledIfEnvironmentVariable(named = "ANIMA_TEST_WEIGHTS", matches = ".+")
final class StoriesTest {
  private static final int BEGIN = 1;
  private static final String STORY =
      "Once upon a time, there was a little girl named Lily. She loved to play";

  /** How much of the story is compared. */
  private static final int TOKENS = 100;

  @TempDir Path folder;

  @Test
  void the_stories_model_tells_of_lily() throws Exception {
    Path weights = Path.of(System.getenv("ANIMA_TEST_WEIGHTS"));
    List<Word> words = readWords(weights.resolve("tok512.bin"));
    convert(weights.resolve("stories260K.bin"));
    int[] story = tell(WeightFormat.F32);
    assertThat(text(story, words)).startsWith(STORY);
    assertThat(text(story, words)).isEqualTo(text(referenceStory(), words));
    assertThat(text(tell(WeightFormat.INT8), words)).startsWith("Once upon a time, there was a");
  }

  /** The likeliest tokens behind the beginning. */
  private int[] tell(WeightFormat format) throws ModelException {
    LlmOptions options = LlmOptions.defaults().withThreads(1).withWeights(format);
    int[] story = new int[TOKENS];
    try (Llm llm = Llm.open(ModelFolder.open(folder), options);
        LlmSession session = llm.newSession()) {
      Sampler sampler = new Sampler(SamplerOptions.GREEDY, new Random(1));
      int token = BEGIN;
      for (int i = 0; i < TOKENS; i++) {
        token = sampler.pick(session.decode(token)).orElseThrow();
        story[i] = token;
      }
    }
    return story;
  }

  /** The same in double precision, each token computed from all before it. */
  private int[] referenceStory() throws IOException {
    Reference reference = Reference.of(folder);
    int[] tokens = new int[TOKENS + 1];
    tokens[0] = BEGIN;
    for (int i = 1; i <= TOKENS; i++) {
      double[] logits = reference.logits(Arrays.copyOf(tokens, i))[i - 1];
      for (int id = 0; id < logits.length; id++) {
        tokens[i] = logits[id] > logits[tokens[i]] ? id : tokens[i];
      }
    }
    return Arrays.copyOfRange(tokens, 1, tokens.length);
  }

  private static String text(int[] tokens, List<Word> words) {
    return Arrays.stream(tokens)
        .mapToObj(id -> words.get(id).text)
        .collect(Collectors.joining())
        .strip();
  }

  /** The same weights in halves and the vocabulary with its scores, in one GGUF file. */
  @Test
  void the_same_story_comes_from_a_gguf_file_with_its_own_tokenizer() throws Exception {
    Path weights = Path.of(System.getenv("ANIMA_TEST_WEIGHTS"));
    convert(weights.resolve("stories260K.bin"));
    GgufCopy copy = new GgufCopy(ModelFolder.open(folder), GgufType.F16);
    putVocabulary(copy.writer, weights.resolve("tok512.bin"));
    ModelFolder model = ModelFolder.open(copy.write(folder.resolve("stories.gguf")));
    try (TextTokenizer tokenizer = model.openTokenizer(folder.resolve("cache"));
        Llm llm = Llm.open(model, LlmOptions.defaults().withThreads(1));
        LlmSession session = llm.newSession()) {
      int[] begin = tokenizer.encode("Once upon a time, there");
      assertThat(tokenizer.decode(begin)).isEqualTo("Once upon a time, there");
      Sampler sampler = new Sampler(SamplerOptions.GREEDY, new Random(1));
      session.prefill(BEGIN);
      int[] story = Arrays.copyOf(begin, 60);
      float[] logits = session.prompt(begin);
      for (int i = begin.length; i < story.length; i++) {
        story[i] = sampler.pick(logits).orElseThrow();
        logits = session.decode(story[i]);
      }
      assertThat(tokenizer.decode(story)).startsWith(STORY);
    }
  }

  private static void putVocabulary(GgufWriter writer, Path file) throws IOException {
    List<Word> words = readWords(file);
    int[] kinds = new int[words.size()];
    float[] scores = new float[words.size()];
    List<String> tokens = new ArrayList<>();
    for (int id = 0; id < kinds.length; id++) {
      kinds[id] = id == 0 ? 2 : id < 3 ? 3 : id < 259 ? 6 : 1;
      scores[id] = words.get(id).score;
      tokens.add(
          switch (id) {
            case 0 -> "<unk>";
            case 1 -> "<s>";
            case 2 -> "</s>";
            default -> words.get(id).text.replace(' ', '\u2581');
          });
    }
    writer
        .text("tokenizer.ggml.model", "llama")
        .texts("tokenizer.ggml.tokens", tokens)
        .numbers("tokenizer.ggml.scores", scores)
        .integers("tokenizer.ggml.token_type", kinds);
  }

  private record Word(String text, float score) {}

  private static List<Word> readWords(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    bytes.getInt();
    List<Word> words = new ArrayList<>();
    while (bytes.hasRemaining()) {
      float score = bytes.getFloat();
      byte[] word = new byte[bytes.getInt()];
      bytes.get(word);
      words.add(new Word(new String(word, StandardCharsets.UTF_8), score));
    }
    return words;
  }

  /** From the order of llama2.c, version 0, to the Hugging Face layout. */
  private void convert(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    int hidden = bytes.getInt();
    int wide = bytes.getInt();
    int layers = bytes.getInt();
    int heads = bytes.getInt();
    int keyHeads = bytes.getInt();
    int vocabulary = bytes.getInt();
    bytes.getInt();
    new RandomModel("LlamaForCausalLM", vocabulary, hidden, wide, layers)
        .heads(heads, keyHeads)
        .set("tie_word_embeddings", true)
        .write(folder);
    int keys = keyHeads * (hidden / heads);
    SafetensorsWriter out = new SafetensorsWriter();
    out.floats(LlamaTensors.EMBEDDING, take(bytes, vocabulary * hidden), vocabulary, hidden);
    vectors(out, bytes, "input_layernorm.weight", layers, hidden);
    for (int l = 0; l < layers; l++) {
      rotated(out, bytes, LlamaTensors.layer(l, "self_attn.q_proj.weight"), heads, hidden, hidden);
    }
    for (int l = 0; l < layers; l++) {
      rotated(out, bytes, LlamaTensors.layer(l, "self_attn.k_proj.weight"), keyHeads, keys, hidden);
    }
    matrices(out, bytes, "self_attn.v_proj.weight", layers, keys, hidden);
    matrices(out, bytes, "self_attn.o_proj.weight", layers, hidden, hidden);
    vectors(out, bytes, "post_attention_layernorm.weight", layers, hidden);
    matrices(out, bytes, "mlp.gate_proj.weight", layers, wide, hidden);
    matrices(out, bytes, "mlp.down_proj.weight", layers, hidden, wide);
    matrices(out, bytes, "mlp.up_proj.weight", layers, wide, hidden);
    out.floats(LlamaTensors.FINAL_NORM, take(bytes, hidden), hidden);
    out.write(folder.resolve(ModelFolder.WEIGHTS));
  }

  /** llama2.c turns neighbours (2i, 2i + 1), the layout turns (i, i + half): rows change places. */
  private static void rotated(
      SafetensorsWriter out, ByteBuffer bytes, String name, int heads, int rows, int columns) {
    float[] from = take(bytes, rows * columns);
    float[] to = new float[from.length];
    int size = rows / heads;
    for (int row = 0; row < rows; row++) {
      int inHead = row % size;
      int target = row - inHead + inHead / 2 + (inHead % 2) * (size / 2);
      System.arraycopy(from, row * columns, to, target * columns, columns);
    }
    out.floats(name, to, rows, columns);
  }

  private static void matrices(
      SafetensorsWriter out, ByteBuffer bytes, String part, int layers, int rows, int columns) {
    for (int l = 0; l < layers; l++) {
      out.floats(LlamaTensors.layer(l, part), take(bytes, rows * columns), rows, columns);
    }
  }

  private static void vectors(
      SafetensorsWriter out, ByteBuffer bytes, String part, int layers, int length) {
    for (int l = 0; l < layers; l++) {
      out.floats(LlamaTensors.layer(l, part), take(bytes, length), length);
    }
  }

  private static float[] take(ByteBuffer bytes, int count) {
    float[] values = new float[count];
    bytes.asFloatBuffer().get(values);
    bytes.position(bytes.position() + Float.BYTES * count);
    return values;
  }
}
