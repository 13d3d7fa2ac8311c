package anima.brain.llm.text;

import anima.brain.llm.model.ModelException;
import anima.brain.llm.model.ModelFault;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Reads the vocabulary of a {@code tokenizer.json} ({@code model.vocab}, a map to ids or a list of
 * pairs) and checks its ids and those of {@code added_tokens} against the model, before the native
 * library sees the file. Owned by one thread.
 */
final class TokenizerVocabulary {
  private final Path file;
  private final int tokens;
  private final List<String> spelled = new ArrayList<>();
  private final List<Integer> ids = new ArrayList<>();
  private final BitSet added = new BitSet();
  private TokenSpelling spelling = TokenSpelling.PLAIN;
  private long idMax = -1;

  private TokenizerVocabulary(Path file, int tokens) {
    this.file = file;
    this.tokens = tokens;
  }

  /**
   * Reads what each token stands for; added tokens, such as those that mark turns, are no part of a
   * text.
   *
   * @param file named in errors
   * @param tokens ids of the model are smaller than this
   */
  static TokenBytes read(Path file, Reader json, int tokens) throws ModelException {
    TokenizerVocabulary vocabulary = new TokenizerVocabulary(file, tokens);
    try (JsonReader reader = new JsonReader(json)) {
      reader.setStrictness(Strictness.STRICT);
      vocabulary.read(reader);
    } catch (IOException
        | JsonParseException
        | IllegalStateException
        | NumberFormatException damaged) {
      throw new ModelException(ModelFault.TOKENIZER, file, "it is not valid JSON of this kind");
    }
    if (vocabulary.idMax < 0) {
      throw new ModelException(ModelFault.TOKENIZER, file, "it has no vocabulary");
    }
    if (vocabulary.idMax >= tokens) {
      throw new ModelException(ModelFault.VOCABULARY, file, vocabulary.idMax + 1, tokens);
    }
    return vocabulary.bytes();
  }

  private TokenBytes bytes() {
    byte[][] bytes = new byte[tokens][];
    for (int id = 0; id < tokens; id++) {
      bytes[id] = new byte[0];
    }
    for (int i = 0; i < ids.size(); i++) {
      if (!added.get(ids.get(i))) {
        bytes[ids.get(i)] = spelling.bytes(spelled.get(i));
      }
    }
    return TokenBytes.of(bytes);
  }

  private void read(JsonReader reader) throws IOException {
    reader.beginObject();
    while (reader.hasNext()) {
      switch (reader.nextName()) {
        case "added_tokens" -> readAdded(reader);
        case "model" -> readModel(reader);
        case "pre_tokenizer", "decoder" -> readSpelling(JsonParser.parseReader(reader));
        default -> reader.skipValue();
      }
    }
    reader.endObject();
  }

  /** Looks into sequences of steps for the one that tells how bytes are written. */
  private void readSpelling(JsonElement step) {
    if (step.isJsonArray()) {
      step.getAsJsonArray().forEach(this::readSpelling);
    } else if (step.isJsonObject()) {
      JsonObject fields = step.getAsJsonObject();
      JsonElement type = fields.get("type");
      String name = type == null ? "" : type.getAsString();
      if (name.equals("ByteLevel")) {
        spelling = TokenSpelling.BYTE_LEVEL;
      } else if (name.equals("Metaspace") || name.equals("ByteFallback")) {
        spelling = TokenSpelling.SENTENCE_PIECE;
      }
      fields.entrySet().forEach(field -> readSpelling(field.getValue()));
    }
  }

  private void readAdded(JsonReader reader) throws IOException {
    reader.beginArray();
    while (reader.hasNext()) {
      reader.beginObject();
      while (reader.hasNext()) {
        if (reader.nextName().equals("id")) {
          takeAdded(reader.nextLong());
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
      take(reader.nextName(), reader.nextLong());
    }
    reader.endObject();
  }

  private void readPairs(JsonReader reader) throws IOException {
    reader.beginArray();
    for (long id = 0; reader.hasNext(); id++) {
      reader.beginArray();
      take(reader.nextString(), id);
      while (reader.hasNext()) {
        reader.skipValue();
      }
      reader.endArray();
    }
    reader.endArray();
  }

  private void takeAdded(long id) {
    if (isKnown(id)) {
      added.set((int) id);
    }
  }

  private void take(String token, long id) {
    if (isKnown(id)) {
      ids.add((int) id);
      spelled.add(token);
    }
  }

  /** Whether the model has the id; one that it does not have is told of once all are read. */
  private boolean isKnown(long id) {
    if (id < 0) {
      throw new IllegalStateException("negative id in " + file);
    }
    idMax = Math.max(idMax, id);
    return id < tokens;
  }
}
