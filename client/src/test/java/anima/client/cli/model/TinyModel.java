package anima.client.cli.model;

import anima.brain.llm.model.ModelFolder;
import anima.brain.llm.model.SafetensorsWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Writes a language model of random weights whose tokens are bytes. */
final class TinyModel {
  private static final int TOKENS = 257;
  private static final int HIDDEN = 32;
  private static final int WIDE = 48;

  private TinyModel() {}

  static Path write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve(ModelFolder.CONFIG),
        """
        {"architectures": ["LlamaForCausalLM"], "vocab_size": %d, "hidden_size": %d,
         "intermediate_size": %d, "num_hidden_layers": 1, "num_attention_heads": 2,
         "max_position_embeddings": 256, "rms_norm_eps": 1e-5, "tie_word_embeddings": true,
         "eos_token_id": 256}
        """
            .formatted(TOKENS, HIDDEN, WIDE));
    Random random = new Random(1);
    SafetensorsWriter writer = new SafetensorsWriter();
    matrix(writer, random, "model.embed_tokens.weight", TOKENS, HIDDEN);
    for (String name : new String[] {"q", "k", "v", "o"}) {
      String full = "model.layers.0.self_attn." + name + "_proj.weight";
      matrix(writer, random, full, HIDDEN, HIDDEN);
    }
    matrix(writer, random, "model.layers.0.mlp.gate_proj.weight", WIDE, HIDDEN);
    matrix(writer, random, "model.layers.0.mlp.up_proj.weight", WIDE, HIDDEN);
    matrix(writer, random, "model.layers.0.mlp.down_proj.weight", HIDDEN, WIDE);
    matrix(writer, random, "model.layers.0.input_layernorm.weight", HIDDEN);
    matrix(writer, random, "model.layers.0.post_attention_layernorm.weight", HIDDEN);
    matrix(writer, random, "model.norm.weight", HIDDEN);
    writer.write(folder.resolve(ModelFolder.WEIGHTS));
    Files.writeString(folder.resolve(ModelFolder.TOKENIZER), tokenizer());
    return folder;
  }

  private static void matrix(SafetensorsWriter writer, Random random, String name, int... shape) {
    float[] values = new float[shape.length == 1 ? shape[0] : shape[0] * shape[1]];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (random.nextGaussian() * 0.2 + (shape.length == 1 ? 1 : 0));
    }
    writer.floats(name, values, shape);
  }

  /** Each byte is a token, written with the characters that byte-level tokenizers use for it. */
  private static String tokenizer() {
    StringBuilder vocabulary = new StringBuilder();
    int next = 256;
    for (int b = 0; b < 256; b++) {
      boolean printable = (b >= '!' && b <= '~') || (b >= 0xa1 && b <= 0xac) || b >= 0xae;
      int unit = printable ? b : next++;
      vocabulary.append(b == 0 ? "" : ",").append("\"\\u%04x\":%d".formatted(unit, b));
    }
    String bytes =
        "{\"type\":\"ByteLevel\",\"add_prefix_space\":false,\"trim_offsets\":true,\"use_regex\":false}";
    return """
        {"version": "1.0",
         "added_tokens": [{"id": 256, "content": "<|end|>", "single_word": false, "lstrip": false,
           "rstrip": false, "normalized": false, "special": true}],
         "pre_tokenizer": %s, "decoder": %s,
         "model": {"type": "BPE", "vocab": {%s}, "merges": []}}
        """
        .formatted(bytes, bytes, vocabulary);
  }
}
