package anima.brain.llm.text;

import anima.brain.llm.model.ModelException;
import anima.brain.llm.model.ModelFault;
import anima.brain.llm.text.jinja.Jinja;
import anima.brain.llm.text.jinja.JinjaException;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the chat template of a model's folder: {@code chat_template.jinja}, or {@code
 * chat_template} in {@code tokenizer_config.json}, which is a text or a list of named ones.
 */
public final class ChatTemplateReader {
  private static final String TEMPLATE = "chat_template.jinja";
  private static final String CONFIG = "tokenizer_config.json";
  private static final String FIELD = "chat_template";

  /** Largest file; published ones have up to 1 MB. */
  private static final long FILE_BYTES_MAX = 16 << 20;

  private final Path folder;

  private ChatTemplateReader(Path folder) {
    this.folder = folder;
  }

  /** Reads the template; empty when the model has none. */
  public static Optional<ChatTemplate> read(Path folder) throws ModelException {
    ChatTemplateReader reader = new ChatTemplateReader(folder);
    JsonObject config = reader.config();
    Path file = folder.resolve(TEMPLATE);
    if (Files.isRegularFile(file)) {
      return Optional.of(reader.template(file, reader.text(file, Jinja.LENGTH_MAX), config));
    }
    Optional<String> source = source(config.get(FIELD));
    return source.isEmpty()
        ? Optional.empty()
        : Optional.of(reader.template(folder.resolve(CONFIG), source.get(), config));
  }

  private ChatTemplate template(Path file, String source, JsonObject config) throws ModelException {
    try {
      return ChatTemplate.of(
          source, token(config.get("bos_token")), token(config.get("eos_token")));
    } catch (JinjaException e) {
      throw new ModelException(ModelFault.CHAT_TEMPLATE, file, e);
    }
  }

  private JsonObject config() throws ModelException {
    Path file = folder.resolve(CONFIG);
    if (!Files.isRegularFile(file)) {
      return new JsonObject();
    }
    try {
      return JsonParser.parseString(text(file, FILE_BYTES_MAX)).getAsJsonObject();
    } catch (JsonParseException | IllegalStateException e) {
      throw new ModelException(ModelFault.NOT_JSON, file, "it holds no object");
    }
  }

  private String text(Path file, long bytesMax) throws ModelException {
    try {
      if (Files.size(file) > bytesMax) {
        throw new ModelException(ModelFault.TOO_LARGE, file, bytesMax);
      }
      return Files.readString(file);
    } catch (IOException e) {
      throw new ModelException(ModelFault.UNREADABLE, file, e);
    }
  }

  /** The one called "default" of several, else the first. */
  private static Optional<String> source(@Nullable JsonElement field) {
    if (field != null && field.isJsonArray()) {
      JsonArray all = field.getAsJsonArray();
      Optional<String> found = Optional.empty();
      for (JsonElement one : all) {
        if (one.isJsonObject() && one.getAsJsonObject().get("template") != null) {
          boolean first = found.isEmpty();
          boolean named = "default".equals(string(one.getAsJsonObject().get("name")));
          found = first || named ? source(one.getAsJsonObject().get("template")) : found;
        }
      }
      return found;
    }
    return Optional.of(string(field)).filter(text -> !text.isEmpty());
  }

  /** A special token is written as its text, or as an object that has it. */
  private static String token(@Nullable JsonElement field) {
    return field != null && field.isJsonObject()
        ? string(field.getAsJsonObject().get("content"))
        : string(field);
  }

  private static String string(@Nullable JsonElement field) {
    return field != null && field.isJsonPrimitive() ? field.getAsString() : "";
  }
}
