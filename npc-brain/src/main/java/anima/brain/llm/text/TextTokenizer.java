package anima.brain.llm.text;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import anima.brain.llm.engine.DjlSettings;
import anima.brain.llm.model.ModelException;
import anima.brain.llm.model.ModelFault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Text to token ids and back, by the {@code tokenizer.json} of a model. Any thread. */
public final class TextTokenizer implements AutoCloseable {
  /** Largest {@code tokenizer.json}; published ones have up to 35 MB. */
  public static final long FILE_BYTES_MAX = 64 << 20;

  private final HuggingFaceTokenizer tokenizer;
  private final TokenBytes bytes;

  private TextTokenizer(HuggingFaceTokenizer tokenizer, TokenBytes bytes) {
    this.tokenizer = tokenizer;
    this.bytes = bytes;
  }

  /** Opens a {@code tokenizer.json}. */
  public static TextTokenizer open(Path file, int vocabularyTokens, Path cacheFolder)
      throws ModelException {
    if (!Files.isRegularFile(file)) {
      throw new ModelException(ModelFault.NO_FILE, file);
    }
    try {
      if (Files.size(file) > FILE_BYTES_MAX) {
        throw new ModelException(ModelFault.TOO_LARGE, file, FILE_BYTES_MAX);
      }
      return of(file, Files.readString(file), vocabularyTokens, cacheFolder);
    } catch (CharacterCodingException e) {
      throw new ModelException(ModelFault.TOKENIZER, file, "it is not UTF-8");
    } catch (IOException e) {
      throw new ModelException(ModelFault.UNREADABLE, file, e);
    }
  }

  /**
   * Opens a tokenizer that was made from other files.
   *
   * @param origin named in errors
   * @param json what a {@code tokenizer.json} holds
   */
  public static TextTokenizer of(Path origin, String json, int vocabularyTokens, Path cacheFolder)
      throws ModelException {
    DjlSettings.stayOffline();
    DjlSettings.cacheIn(cacheFolder);
    TokenBytes bytes = TokenizerVocabulary.read(origin, new StringReader(json), vocabularyTokens);
    return new TextTokenizer(load(origin, json), bytes);
  }

  private static HuggingFaceTokenizer load(Path origin, String json) throws ModelException {
    try {
      Map<String, String> options = Map.of("addSpecialTokens", "false", "truncation", "false");
      return HuggingFaceTokenizer.newInstance(
          new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), options);
    } catch (IOException | RuntimeException e) {
      // The native library reports a damaged file as a bare RuntimeException.
      throw new ModelException(ModelFault.TOKENIZER, origin, e);
    } catch (LinkageError e) {
      throw new ModelException(ModelFault.RUNTIME, origin, e);
    }
  }

  /** The ids of a text; special tokens written out in it count as such, none are added. */
  public int[] encode(String text) {
    long[] ids = tokenizer.encode(text, false, false).getIds();
    int[] tokens = new int[ids.length];
    for (int i = 0; i < ids.length; i++) {
      tokens[i] = Math.toIntExact(ids[i]);
    }
    return tokens;
  }

  /** The text of ids, without special tokens; an unfinished character is U+FFFD. */
  public String decode(int... ids) {
    long[] tokens = new long[ids.length];
    for (int i = 0; i < ids.length; i++) {
      tokens[i] = ids[i];
    }
    return tokenizer.decode(tokens, true);
  }

  /** What each token stands for. */
  public TokenBytes bytes() {
    return bytes;
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}
