package anima.brain.store;

import anima.brain.llm.Llm;
import anima.brain.llm.LlmOptions;
import anima.brain.llm.LlmSession;
import anima.brain.llm.model.ModelFolder;
import anima.brain.llm.model.RandomModel;
import anima.brain.llm.text.ByteTokenizer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A small random model, and what it makes of a text. */
final class Running {
  private Running() {}

  static RandomModel tiny(long seed) {
    return new RandomModel("LlamaForCausalLM", ByteTokenizer.TOKENS, 64, 96, 2)
        .set("tie_word_embeddings", true)
        .seed(seed);
  }

  static float[] logits(Path model) throws Exception {
    LlmOptions options = LlmOptions.defaults().withThreads(1).withContextTokens(32);
    try (Llm llm = Llm.open(ModelFolder.open(model), options);
        LlmSession session = llm.newSession()) {
      byte[] text = "Once upon".getBytes(StandardCharsets.UTF_8);
      int[] ids = new int[text.length];
      for (int i = 0; i < ids.length; i++) {
        ids[i] = text[i];
      }
      return session.prompt(ids);
    }
  }
}
