package anima.brain.llm.model;

import anima.brain.llm.text.TextTokenizer;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the files of a Hugging Face folder say about text. Immutable; any thread. */
final class FolderText implements ModelText {
  /** Longest chat template, in bytes; published ones stay below 20,000. */
  static final long TEMPLATE_BYTES_MAX = 1 << 18;

  private static final String SETTINGS = "tokenizer_config.json";
  private static final String TEMPLATE_FILE = "chat_template.jinja";
  private static final String TEMPLATE = "chat_template";
  private static final String VOCABULARY = "vocab.json";

  private final Path folder;

  FolderText(Path folder) {
    this.folder = folder;
  }

  @Override
  public TextTokenizer openTokenizer(int vocabularyTokens, Path cacheFolder) throws ModelException {
    Path file = folder.resolve(ModelFolder.TOKENIZER);
    Path vocabulary = folder.resolve(VOCABULARY);
    if (Files.isRegularFile(file) || !Files.isRegularFile(vocabulary)) {
      return TextTokenizer.open(file, vocabularyTokens, cacheFolder);
    }
    String json = new BytePairFiles(folder, vocabularyTokens).tokenizerJson();
    return TextTokenizer.of(vocabulary, json, vocabularyTokens, cacheFolder);
  }

  @Override
  public Optional<String> chatTemplate() throws ModelException {
    Path file = folder.resolve(TEMPLATE_FILE);
    if (Files.isRegularFile(file)) {
      return Optional.of(read(file));
    }
    Path settings = folder.resolve(SETTINGS);
    if (!Files.isRegularFile(settings)) {
      return Optional.empty();
    }
    JsonFile json = JsonFile.read(settings);
    return json.field(TEMPLATE).orElse(null) instanceof JsonArray templates
        ? named(templates)
        : json.text(TEMPLATE);
  }

  private static String read(Path file) throws ModelException {
    try {
      if (Files.size(file) > TEMPLATE_BYTES_MAX) {
        throw new ModelException(ModelFault.TOO_LARGE, file, TEMPLATE_BYTES_MAX);
      }
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new ModelException(ModelFault.UNREADABLE, file, "it is not UTF-8");
    } catch (IOException e) {
      throw new ModelException(ModelFault.UNREADABLE, file, e);
    }
  }

  /** Some models have several templates, each an object with name and template. */
  private static Optional<String> named(JsonArray templates) {
    for (JsonElement element : templates) {
      if (element instanceof JsonObject template
          && isText(template.get("name"))
          && template.get("name").getAsString().equals("default")
          && isText(template.get("template"))) {
        return Optional.of(template.get("template").getAsString());
      }
    }
    return Optional.empty();
  }

  private static boolean isText(@Nullable JsonElement value) {
    return value != null && value.isJsonPrimitive() && value.getAsJsonPrimitive().isString();
  }

  @Override
  public Optional<String> beginText() throws ModelException {
    return token("bos_token");
  }

  @Override
  public Optional<String> endText() throws ModelException {
    return token("eos_token");
  }

  /** A text, or an object with the text as its content. */
  private Optional<String> token(String name) throws ModelException {
    Path settings = folder.resolve(SETTINGS);
    if (!Files.isRegularFile(settings)) {
      return Optional.empty();
    }
    JsonFile json = JsonFile.read(settings);
    return json.field(name).orElse(null) instanceof JsonObject token
        ? Optional.ofNullable(token.get("content"))
            .filter(FolderText::isText)
            .map(JsonElement::getAsString)
        : json.text(name);
  }
}
