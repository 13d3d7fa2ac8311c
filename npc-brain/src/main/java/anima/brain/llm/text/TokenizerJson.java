package anima.brain.llm.text;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Map;

/**
 * Writes a {@code tokenizer.json} for models that come without one (format:
 * huggingface/tokenizers). Stateless; any thread.
 */
public final class TokenizerJson {
  /** The space of SentencePiece, U+2581. */
  static final String SPACE = "\u2581";

  /**
   * A token that is found in a text as it is written.
   *
   * @param special whether it is a sign for the model and no part of the text
   */
  public record AddedToken(int id, String text, boolean special) {}

  /** Two tokens that become one; those earlier in a list become one earlier. */
  public record Merge(String left, String right) {}

  private TokenizerJson() {}

  /**
   * A tokenizer of byte pairs over an alphabet of 256 characters for the bytes, as GPT-2 has it.
   *
   * @param vocabulary ids by token, added tokens too
   */
  public static String byteLevel(
      Map<String, Integer> vocabulary,
      List<Merge> merges,
      TextSplit split,
      List<AddedToken> added) {
    JsonObject model = model(vocabulary, merges);
    model.addProperty("ignore_merges", split.ignoresMerges);
    JsonObject root = root(model, added);
    if (split.composes) {
      root.add("normalizer", parse("{\"type\":\"NFC\"}"));
    }
    root.add("pre_tokenizer", split.preTokenizer());
    root.add(
        "decoder",
        parse(
            "{\"type\":\"ByteLevel\",\"add_prefix_space\":true,\"trim_offsets\":true,"
                + "\"use_regex\":true}"));
    return root.toString();
  }

  /**
   * A tokenizer of SentencePiece's byte pairs: spaces are written as U+2581, characters that are no
   * token as their bytes.
   *
   * @param unknown the token for what has no other; empty for none
   * @param spaceFirst whether a text begins with a space that is not written
   */
  public static String sentencePiece(
      Map<String, Integer> vocabulary,
      List<Merge> merges,
      String unknown,
      boolean spaceFirst,
      List<AddedToken> added) {
    JsonObject model = model(vocabulary, merges);
    if (!unknown.isEmpty()) {
      model.addProperty("unk_token", unknown);
    }
    model.addProperty("fuse_unk", true);
    model.addProperty("byte_fallback", true);
    JsonObject root = root(model, added);
    String first = "{\"type\":\"Prepend\",\"prepend\":\"%s\"},".formatted(SPACE);
    String strip = ",{\"type\":\"Strip\",\"content\":\" \",\"start\":1,\"stop\":0}";
    root.add(
        "normalizer",
        parse(
            "{\"type\":\"Sequence\",\"normalizers\":[%s%s]}"
                .formatted(spaceFirst ? first : "", replace(" ", SPACE))));
    root.add(
        "decoder",
        parse(
            "{\"type\":\"Sequence\",\"decoders\":[%s,{\"type\":\"ByteFallback\"},{\"type\":\"Fuse\"}%s]}"
                .formatted(replace(SPACE, " "), spaceFirst ? strip : "")));
    return root.toString();
  }

  private static String replace(String from, String to) {
    return "{\"type\":\"Replace\",\"pattern\":{\"String\":\"%s\"},\"content\":\"%s\"}"
        .formatted(from, to);
  }

  private static JsonObject model(Map<String, Integer> vocabulary, List<Merge> merges) {
    JsonObject ids = new JsonObject();
    vocabulary.forEach(ids::addProperty);
    JsonArray pairs = new JsonArray();
    for (Merge merge : merges) {
      JsonArray pair = new JsonArray();
      pair.add(merge.left);
      pair.add(merge.right);
      pairs.add(pair);
    }
    JsonObject model = new JsonObject();
    model.addProperty("type", "BPE");
    model.add("vocab", ids);
    model.add("merges", pairs);
    return model;
  }

  private static JsonObject root(JsonObject model, List<AddedToken> added) {
    JsonArray tokens = new JsonArray();
    for (AddedToken token : added) {
      JsonObject object = new JsonObject();
      object.addProperty("id", token.id);
      object.addProperty("content", token.text);
      for (String flag : List.of("single_word", "lstrip", "rstrip", "normalized")) {
        object.addProperty(flag, false);
      }
      object.addProperty("special", token.special);
      tokens.add(object);
    }
    JsonObject root = new JsonObject();
    root.addProperty("version", "1.0");
    root.add("added_tokens", tokens);
    root.add("model", model);
    return root;
  }

  private static JsonObject parse(String json) {
    return JsonParser.parseString(json).getAsJsonObject();
  }
}
