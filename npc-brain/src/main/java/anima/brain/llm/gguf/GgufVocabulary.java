package anima.brain.llm.gguf;

import anima.brain.llm.model.ModelException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The tokens of a GGUF file (keys: ggml-org/ggml, docs/gguf.md). Immutable; any thread. */
final class GgufVocabulary {
  static final String TOKENS = "tokenizer.ggml.tokens";
  static final String BEGIN = "tokenizer.ggml.bos_token_id";
  static final String END = "tokenizer.ggml.eos_token_id";
  private static final String TYPES = "tokenizer.ggml.token_type";
  private static final List<String> ENDS =
      List.of(END, "tokenizer.ggml.eot_token_id", "tokenizer.ggml.eom_token_id");

  /** Control tokens that end a turn or a text, in models whose files name only one of them. */
  private static final Set<String> END_TEXTS =
      Set.of(
          "<|im_end|>",
          "<|eot_id|>",
          "<|eom_id|>",
          "<|end|>",
          "<|endoftext|>",
          "<|end_of_text|>",
          "<end_of_turn>");

  /** What a token is for. */
  enum Kind {
    NORMAL,
    UNKNOWN,
    CONTROL,
    ADDED,
    UNUSED,
    BYTE
  }

  private final GgufMetadata metadata;
  private final List<String> texts;
  private final int[] kinds;

  private GgufVocabulary(GgufMetadata metadata, List<String> texts, int[] kinds) {
    this.metadata = metadata;
    this.texts = List.copyOf(texts);
    this.kinds = kinds;
  }

  static GgufVocabulary of(GgufMetadata metadata) throws ModelException {
    List<String> texts = metadata.texts(TOKENS);
    int[] kinds = metadata.integers(TYPES);
    if (kinds.length != 0 && kinds.length != texts.size()) {
      throw metadata.setting(TYPES, kinds.length + " numbers", texts.size() + " numbers");
    }
    return new GgufVocabulary(metadata, texts, kinds);
  }

  int size() {
    return texts.size();
  }

  String text(int id) {
    return texts.get(id);
  }

  Kind kind(int id) {
    // In the file the kinds begin with 1; what is unknown or not said is a normal token.
    int number = kinds.length == 0 ? 1 : kinds[id];
    return number >= 1 && number <= Kind.values().length ? Kind.values()[number - 1] : Kind.NORMAL;
  }

  /** The tokens that end a text. */
  Set<Integer> ends() throws ModelException {
    Set<Integer> ends = new HashSet<>();
    for (String key : ENDS) {
      if (metadata.has(key)) {
        ends.add(metadata.integer(key, 0, size() - 1));
      }
    }
    for (int id = 0; id < size(); id++) {
      if (kind(id) == Kind.CONTROL && END_TEXTS.contains(text(id))) {
        ends.add(id);
      }
    }
    return ends;
  }
}
