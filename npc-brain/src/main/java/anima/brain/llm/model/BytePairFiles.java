package anima.brain.llm.model;

import anima.brain.llm.text.TextSplit;
import anima.brain.llm.text.TokenizerJson;
import anima.brain.llm.text.TokenizerJson.AddedToken;
import anima.brain.llm.text.TokenizerJson.Merge;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tokenizer of GPT-2 and those made like it, in its older files: {@code vocab.json}, {@code
 * merges.txt} and perhaps {@code added_tokens.json}. Owned by one thread.
 */
final class BytePairFiles {
  /** Largest file; published ones have up to 3 MB. */
  private static final long BYTES_MAX = 32 << 20;

  /** What these models have at the end of a text; it stands among the ordinary tokens. */
  private static final String END = "<|endoftext|>";

  private final Path folder;
  private final int vocabularyTokens;

  BytePairFiles(Path folder, int vocabularyTokens) {
    this.folder = folder;
    this.vocabularyTokens = vocabularyTokens;
  }

  String tokenizerJson() throws ModelException {
    Map<String, Integer> ids = ids(folder.resolve("vocab.json"));
    Path addedFile = folder.resolve("added_tokens.json");
    Map<String, Integer> extra = Files.isRegularFile(addedFile) ? ids(addedFile) : Map.of();
    List<AddedToken> added = new ArrayList<>();
    extra.forEach((text, id) -> added.add(new AddedToken(id, text, false)));
    if (ids.containsKey(END)) {
      added.add(new AddedToken(ids.get(END), END, true));
    }
    ids.putAll(extra);
    return TokenizerJson.byteLevel(
        ids, merges(folder.resolve("merges.txt")), TextSplit.GPT2, added);
  }

  private Map<String, Integer> ids(Path file) throws ModelException {
    checkSize(file);
    Map<String, Integer> ids = new LinkedHashMap<>();
    try (JsonReader reader = new JsonReader(Files.newBufferedReader(file))) {
      reader.setStrictness(Strictness.STRICT);
      reader.beginObject();
      while (reader.hasNext()) {
        String token = reader.nextName();
        int id = reader.nextInt();
        if (id < 0 || id >= vocabularyTokens) {
          throw new ModelException(ModelFault.VOCABULARY, file, id + 1L, vocabularyTokens);
        }
        ids.put(token, id);
      }
      reader.endObject();
    } catch (IOException | IllegalStateException | NumberFormatException e) {
      throw new ModelException(ModelFault.TOKENIZER, file, "it is no list of tokens and ids");
    }
    return ids;
  }

  private static List<Merge> merges(Path file) throws ModelException {
    checkSize(file);
    List<Merge> merges = new ArrayList<>();
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        int space = line.indexOf(' ');
        if (line.startsWith("#version") || line.isBlank()) {
          continue;
        }
        if (space < 1) {
          throw new ModelException(ModelFault.TOKENIZER, file, "a line of it holds no pair");
        }
        merges.add(new Merge(line.substring(0, space), line.substring(space + 1)));
      }
    } catch (IOException e) {
      throw new ModelException(ModelFault.UNREADABLE, file, e);
    }
    return merges;
  }

  private static void checkSize(Path file) throws ModelException {
    if (!Files.isRegularFile(file)) {
      throw new ModelException(ModelFault.NO_FILE, file);
    }
    try {
      if (Files.size(file) > BYTES_MAX) {
        throw new ModelException(ModelFault.TOO_LARGE, file, BYTES_MAX);
      }
    } catch (IOException e) {
      throw new ModelException(ModelFault.UNREADABLE, file, e);
    }
  }
}
