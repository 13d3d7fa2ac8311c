package anima.brain.llm.text;

import anima.brain.llm.model.ModelFolder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes a {@code tokenizer.json} whose tokens are the 256 bytes, then one that ends a text. */
public final class ByteTokenizer {
  public static final int END = 256;
  public static final int TOKENS = 257;

  private ByteTokenizer() {}

  public static void write(Path folder) throws IOException {
    write(folder, List.of());
  }

  /**
   * Writes one with further tokens, whose ids follow {@link #END}.
   *
   * @param marks their texts; those with bars are special, so that they are never part of a text
   */
  public static void write(Path folder, List<String> marks) throws IOException {
    JsonObject vocabulary = new JsonObject();
    int next = 256;
    for (int b = 0; b < 256; b++) {
      boolean printable = (b >= '!' && b <= '~') || (b >= 0xa1 && b <= 0xac) || b >= 0xae;
      vocabulary.addProperty(String.valueOf((char) (printable ? b : next++)), b);
    }
    JsonObject model = new JsonObject();
    model.addProperty("type", "BPE");
    model.add("vocab", vocabulary);
    model.add("merges", new JsonArray());
    JsonObject root = new JsonObject();
    root.addProperty("version", "1.0");
    root.add("added_tokens", added(marks));
    root.add("pre_tokenizer", byteLevel());
    root.add("decoder", byteLevel());
    root.add("model", model);
    Files.writeString(folder.resolve(ModelFolder.TOKENIZER), root.toString());
  }

  private static JsonArray added(List<String> marks) {
    JsonArray all = new JsonArray();
    all.add(added(END, "<|end|>"));
    marks.forEach(text -> all.add(added(END + all.size(), text)));
    return all;
  }

  private static JsonObject added(int id, String text) {
    JsonObject token = new JsonObject();
    token.addProperty("id", id);
    token.addProperty("content", text);
    for (String flag : new String[] {"single_word", "lstrip", "rstrip", "normalized"}) {
      token.addProperty(flag, false);
    }
    token.addProperty("special", text.startsWith("<|"));
    return token;
  }

  private static JsonObject byteLevel() {
    JsonObject level = new JsonObject();
    level.addProperty("type", "ByteLevel");
    level.addProperty("add_prefix_space", false);
    level.addProperty("trim_offsets", false);
    level.addProperty("use_regex", true);
    return level;
  }
}
