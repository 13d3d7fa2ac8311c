package anima.brain.llm.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import anima.brain.llm.text.TextTokenizer;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderTextTest {
  private static final String TEXT = "Hello, 你好 – 👋! It's 12.";

  @TempDir Path temporary;
  private Path folder;

  @BeforeEach
  void write() throws Exception {
    folder = new RandomModel("LlamaForCausalLM", 300, 32, 32, 1).write(temporary.resolve("model"));
  }

  @Test
  void the_older_files_of_gpt2_are_a_tokenizer() throws Exception {
    JsonObject ids = new JsonObject();
    int next = 256;
    for (int b = 0; b < 256; b++) {
      boolean printable = (b >= '!' && b <= '~') || (b >= 0xa1 && b <= 0xac) || b >= 0xae;
      ids.addProperty(String.valueOf((char) (printable ? b : next++)), b);
    }
    ids.addProperty("He", 256);
    ids.addProperty("<|endoftext|>", 257);
    Files.writeString(folder.resolve("vocab.json"), ids.toString());
    Files.writeString(folder.resolve("merges.txt"), "#version: 0.2\nH e\n");
    Files.writeString(folder.resolve("added_tokens.json"), "{\"<extra>\":299}");
    try (TextTokenizer tokenizer = open()) {
      assertThat(tokenizer.decode(tokenizer.encode(TEXT))).isEqualTo(TEXT);
      assertThat(tokenizer.encode("He")).containsExactly(256);
      assertThat(tokenizer.encode("a<|endoftext|><extra>")).containsExactly('a', 257, 299);
    }
    Files.writeString(folder.resolve("merges.txt"), "He\n");
    check(ModelFault.TOKENIZER, "merges.txt: the tokenizer cannot be read (a line of it holds");
    Files.delete(folder.resolve("merges.txt"));
    check(ModelFault.NO_FILE, "merges.txt: the file is missing");
    Files.writeString(folder.resolve("vocab.json"), "{\"a\":300}");
    check(ModelFault.VOCABULARY, "the tokenizer knows 301 tokens but the model only 300");
    Files.writeString(folder.resolve("vocab.json"), "[\"a\"]");
    check(ModelFault.TOKENIZER, "it is no list of tokens and ids");
    Files.delete(folder.resolve("vocab.json"));
    check(ModelFault.NO_FILE, "tokenizer.json: the file is missing");
  }

  private TextTokenizer open() throws ModelException {
    return ModelFolder.open(folder).openTokenizer(temporary.resolve("cache"));
  }

  private void check(ModelFault fault, String says) {
    ModelException thrown = catchThrowableOfType(ModelException.class, this::open);
    assertThat(thrown).hasMessageContaining(says);
    assertThat(thrown.fault()).isEqualTo(fault);
  }

  @Test
  void the_chat_template_is_found_wherever_it_is() throws Exception {
    ModelFolder model = ModelFolder.open(folder);
    assertThat(model.chatTemplate()).isEmpty();
    assertThat(model.beginText()).isEmpty();
    Path settings = folder.resolve("tokenizer_config.json");
    Files.writeString(
        settings,
        "{\"chat_template\":\"one\",\"bos_token\":\"<s>\",\"eos_token\":{\"content\":\"</s>\"}}");
    assertThat(model.chatTemplate()).contains("one");
    assertThat(model.beginText()).contains("<s>");
    assertThat(model.endText()).contains("</s>");
    Files.writeString(
        settings,
        "{\"chat_template\":[{\"name\":\"tool_use\",\"template\":\"t\"},"
            + "{\"name\":\"default\",\"template\":\"two\"}],\"bos_token\":null}");
    assertThat(model.chatTemplate()).contains("two");
    assertThat(model.beginText()).isEmpty();
    Files.writeString(folder.resolve("chat_template.jinja"), "three");
    assertThat(model.chatTemplate()).contains("three");
    Files.write(folder.resolve("chat_template.jinja"), new byte[(1 << 18) + 1]);
    ModelException thrown = catchThrowableOfType(ModelException.class, model::chatTemplate);
    assertThat(thrown.fault()).isEqualTo(ModelFault.TOO_LARGE);
  }
}
