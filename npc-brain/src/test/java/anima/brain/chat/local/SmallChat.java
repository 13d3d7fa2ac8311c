package anima.brain.chat.local;

import anima.brain.llm.LlmOptions;
import anima.brain.llm.model.ModelFolder;
import anima.brain.llm.model.RandomModel;
import anima.brain.llm.schedule.SchedulerOptions;
import anima.brain.llm.text.ByteTokenizer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** A real model whose tokens are the bytes and some marks; what it says means nothing. */
public final class SmallChat {
  /** Longest conversation, in tokens. */
  public static final int CONTEXT_TOKENS = 900;

  private SmallChat() {}

  /** With the marks of ChatML and no template of its own. */
  public static LocalModel open(Path folder) throws Exception {
    return open(folder, List.of("<|im_start|>", "<|im_end|>"), "");
  }

  /**
   * Opens a model.
   *
   * @param template its chat template; none when empty
   */
  public static LocalModel open(Path folder, List<String> marks, String template) throws Exception {
    int vocabulary = ByteTokenizer.TOKENS + marks.size();
    new RandomModel("LlamaForCausalLM", vocabulary, 64, 96, 2)
        .set("tie_word_embeddings", true)
        .set("max_position_embeddings", 1024)
        .set("eos_token_id", ByteTokenizer.END)
        .write(folder);
    ByteTokenizer.write(folder, marks);
    if (!template.isEmpty()) {
      Files.writeString(folder.resolve("chat_template.jinja"), template);
    }
    return LocalModel.open(
        "small",
        ModelFolder.open(folder),
        LlmOptions.defaults().withThreads(1).withContextTokens(CONTEXT_TOKENS).withSlots(4),
        SchedulerOptions.DEFAULT.withSlots(4),
        folder.resolve("cache"),
        InstantSource.fixed(Instant.ofEpochSecond(1_800_000_000)));
  }
}
