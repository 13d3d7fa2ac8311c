package anima.brain.llm.text;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Optional;

/**
 * How a byte-level tokenizer cuts a text into words before it merges bytes, by the names that GGUF
 * files use under {@code tokenizer.ggml.pre}. The patterns are those of the models' own {@code
 * tokenizer.json}.
 */
public enum TextSplit {
  GPT2(
      "gpt-2 default phi-2 roberta-bpe mpt olmo jais",
      step("ByteLevel", "\"add_prefix_space\":false,\"trim_offsets\":true,\"use_regex\":true"),
      false,
      false),
  LLAMA3(
      "llama-bpe llama3 llama-v3 falcon3 pixtral smaug-bpe", words("\\\\p{N}{1,3}"), false, true),
  QWEN2("qwen2 deepseek-r1-qwen", words("\\\\p{N}"), true, false),
  SMOLLM(
      "smollm starcoder refact command-r codeshell exaone minerva-7b",
      sequence(step("Digits", "\"individual_digits\":true"), GPT2.preTokenizer),
      false,
      false);

  private final String names;
  private final String preTokenizer;

  /** Whether characters are composed first (Unicode's form C). */
  final boolean composes;

  /** Whether a word that is a token is taken as it is, even if no merges lead to it. */
  final boolean ignoresMerges;

  TextSplit(String names, String preTokenizer, boolean composes, boolean ignoresMerges) {
    this.names = names;
    this.preTokenizer = preTokenizer;
    this.composes = composes;
    this.ignoresMerges = ignoresMerges;
  }

  public static Optional<TextSplit> named(String name) {
    for (TextSplit split : values()) {
      if (List.of(split.names.split(" ", -1)).contains(name)) {
        return Optional.of(split);
      }
    }
    return Optional.empty();
  }

  /** The {@code pre_tokenizer} of a {@code tokenizer.json}. */
  JsonObject preTokenizer() {
    return JsonParser.parseString(preTokenizer).getAsJsonObject();
  }

  private static String step(String type, String fields) {
    return "{\"type\":\"%s\",%s}".formatted(type, fields);
  }

  private static String sequence(String first, String second) {
    return step("Sequence", "\"pretokenizers\":[%s,%s]".formatted(first, second));
  }

  /** English endings, words with one sign before, numbers, signs with line ends, spaces. */
  private static String words(String numbers) {
    String pattern =
        "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\\\r\\\\n\\\\p{L}\\\\p{N}]?\\\\p{L}+|"
            + numbers
            + "| ?[^\\\\s\\\\p{L}\\\\p{N}]+[\\\\r\\\\n]*|\\\\s*[\\\\r\\\\n]+|\\\\s+(?!\\\\S)|\\\\s+";
    return sequence(
        step(
            "Split",
            "\"pattern\":{\"Regex\":\"%s\"},\"behavior\":\"Isolated\",\"invert\":false"
                .formatted(pattern)),
        step("ByteLevel", "\"add_prefix_space\":false,\"trim_offsets\":true,\"use_regex\":false"));
  }
}
