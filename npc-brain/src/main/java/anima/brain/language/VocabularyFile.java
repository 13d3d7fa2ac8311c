package anima.brain.language;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The vocabulary in a {@code tokenizer.json} of whole words. */
public final class VocabularyFile {
  private VocabularyFile() {}

  /**
   * Reads the vocabulary.
   *
   * @throws IOException in one sentence, when the file is not of this kind
   */
  public static Vocabulary read(Path file) throws IOException {
    try (Reader reader = Files.newBufferedReader(file)) {
      JsonObject root = JsonParser.parseReader(reader).getAsJsonObject();
      return vocabulary(root.getAsJsonObject("model").getAsJsonObject("vocab"));
    } catch (JsonParseException
        | IllegalStateException
        | IllegalArgumentException
        | ClassCastException
        | NullPointerException e) {
      throw new IOException(
          file + ": is no vocabulary of whole words; use the model that comes with Anima", e);
    }
  }

  private static Vocabulary vocabulary(JsonObject words) {
    String[] tokens = new String[words.size()];
    Arrays.fill(tokens, "");
    for (Map.Entry<String, JsonElement> word : words.entrySet()) {
      int id = word.getValue().getAsInt();
      if (id < 0 || id >= tokens.length) {
        throw new IllegalArgumentException("the id " + id + " is out of range");
      }
      tokens[id] = word.getKey();
    }
    return new Vocabulary(List.of(tokens));
  }
}
