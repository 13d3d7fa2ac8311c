package anima.brain.llm.text;

import anima.brain.llm.model.ModelException;
import anima.brain.llm.model.ModelFault;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Checks the ids in a {@code tokenizer.json} against the model before the native library sees the
 * file: the vocabulary ({@code model.vocab}, a map to ids or a list of pairs) and {@code
 * added_tokens}. Owned by one thread.
 */
final class TokenizerVocabulary {
  private final Path file;
  private long idMax = -1;

  private TokenizerVocabulary(Path file) {
    this.file = file;
  }

  static void check(Path file, int vocabularyTokens) throws ModelException {
    TokenizerVocabulary vocabulary = new TokenizerVocabulary(file);
    try (JsonReader reader = new JsonReader(Files.newBufferedReader(file))) {
      reader.setStrictness(Strictness.STRICT);
      vocabulary.read(reader);
    } catch (IOException | IllegalStateException | NumberFormatException e) {
      throw new ModelException(ModelFault.TOKENIZER, file, "it is not valid JSON of this kind");
    }
    if (vocabulary.idMax < 0) {
      throw new ModelException(ModelFault.TOKENIZER, file, "it has no vocabulary");
    }
    if (vocabulary.idMax >= vocabularyTokens) {
      throw new ModelException(ModelFault.VOCABULARY, file, vocabulary.idMax + 1, vocabularyTokens);
    }
  }

  private void read(JsonReader reader) throws IOException {
    reader.beginObject();
    while (reader.hasNext()) {
      switch (reader.nextName()) {
        case "added_tokens" -> readAdded(reader);
        case "model" -> readModel(reader);
        default -> reader.skipValue();
      }
    }
    reader.endObject();
  }

  private void readAdded(JsonReader reader) throws IOException {
    reader.beginArray();
    while (reader.hasNext()) {
      reader.beginObject();
      while (reader.hasNext()) {
        if (reader.nextName().equals("id")) {
          take(reader.nextLong());
        } else {
          reader.skipValue();
        }
      }
      reader.endObject();
    }
    reader.endArray();
  }

  private void readModel(JsonReader reader) throws IOException {
    reader.beginObject();
    while (reader.hasNext()) {
      if (!reader.nextName().equals("vocab")) {
        reader.skipValue();
      } else if (reader.peek() == JsonToken.BEGIN_OBJECT) {
        readIds(reader);
      } else {
        readPairs(reader);
      }
    }
    reader.endObject();
  }

  private void readIds(JsonReader reader) throws IOException {
    reader.beginObject();
    while (reader.hasNext()) {
      String unused = reader.nextName();
      take(reader.nextLong());
    }
    reader.endObject();
  }

  private void readPairs(JsonReader reader) throws IOException {
    long count = 0;
    reader.beginArray();
    while (reader.hasNext()) {
      reader.skipValue();
      count++;
    }
    reader.endArray();
    take(count - 1);
  }

  private void take(long id) {
    if (id < 0) {
      throw new IllegalStateException("negative id in " + file);
    }
    idMax = Math.max(idMax, id);
  }
}
