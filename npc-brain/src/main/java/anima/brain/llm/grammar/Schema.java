package anima.brain.llm.grammar;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The keywords of one schema, read strictly; every error names where it is. */
record Schema(JsonObject fields, String path) {
  boolean has(String keyword) {
    return fields.has(keyword);
  }

  JsonElement get(String keyword) {
    return fields.get(keyword);
  }

  String path(String keyword) {
    return path + "." + keyword;
  }

  /** Refuses what would change the meaning and is not understood; annotations are passed over. */
  void allowOnly(Set<String> keywords) throws GrammarException {
    for (String keyword : fields.keySet()) {
      if (!keywords.contains(keyword) && !SchemaKeywords.ANNOTATIONS.contains(keyword)) {
        throw new GrammarException(
            path(keyword),
            "this keyword is not supported here; leave it out or say it another way");
      }
    }
  }

  /** The types that are named, or that the other keywords speak of; none for any. */
  List<String> types() throws GrammarException {
    if (!has("type")) {
      return SchemaKeywords.spokenOf(fields.keySet());
    }
    JsonElement type = get("type");
    List<String> types = new ArrayList<>();
    for (JsonElement one : type.isJsonArray() ? type.getAsJsonArray() : listOf(type)) {
      if (!isText(one)) {
        throw new GrammarException(
            path("type"), "it must be the name of a type or a list of names");
      }
      types.add(one.getAsString());
    }
    if (types.isEmpty()) {
      throw new GrammarException(path("type"), "it names no type");
    }
    // Every integer is a number.
    if (types.contains("number")) {
      types.remove("integer");
    }
    return types;
  }

  private static JsonArray listOf(JsonElement element) {
    JsonArray list = new JsonArray();
    list.add(element);
    return list;
  }

  /** The values that {@code enum} and {@code const} leave, of the type that is named. */
  List<JsonElement> constants() throws GrammarException {
    JsonArray entries = has("enum") ? array("enum") : listOf(get("const"));
    List<String> types = has("type") ? types() : List.of();
    List<JsonElement> values = new ArrayList<>();
    for (JsonElement entry : entries) {
      boolean typed = types.isEmpty() || types.stream().anyMatch(type -> isOf(type, entry));
      if (typed && (!has("const") || entry.equals(get("const")))) {
        values.add(entry);
      }
    }
    return values;
  }

  private static boolean isOf(String type, JsonElement value) {
    return switch (type) {
      case "object" -> value.isJsonObject();
      case "array" -> value.isJsonArray();
      case "null" -> value.isJsonNull();
      case "string" -> isText(value);
      case "boolean" -> value.isJsonPrimitive() && value.getAsJsonPrimitive().isBoolean();
      case "number" -> isNumber(value);
      case "integer" -> isNumber(value) && isWhole(value.getAsBigDecimal());
      default -> false;
    };
  }

  private static boolean isWhole(BigDecimal number) {
    return number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
  }

  private static boolean isText(JsonElement value) {
    return value.isJsonPrimitive() && value.getAsJsonPrimitive().isString();
  }

  private static boolean isNumber(JsonElement value) {
    return value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber();
  }

  JsonArray array(String keyword) throws GrammarException {
    if (!get(keyword).isJsonArray()) {
      throw new GrammarException(path(keyword), "it must be a list");
    }
    return get(keyword).getAsJsonArray();
  }

  JsonObject object(String keyword) throws GrammarException {
    if (!get(keyword).isJsonObject()) {
      throw new GrammarException(path(keyword), "it must be an object");
    }
    return get(keyword).getAsJsonObject();
  }

  Optional<String> text(String keyword) throws GrammarException {
    if (!has(keyword)) {
      return Optional.empty();
    }
    if (!isText(get(keyword))) {
      throw new GrammarException(path(keyword), "it must be a text");
    }
    return Optional.of(get(keyword).getAsString());
  }

  /** A count of characters or items. */
  int count(String keyword, int absent) throws GrammarException {
    Optional<Long> whole = whole(keyword);
    if (whole.isEmpty()) {
      return absent;
    }
    if (whole.get() < 0 || whole.get() > SchemaKeywords.COUNT_MAX) {
      throw new GrammarException(
          path(keyword), "it must be a whole number from 0 to " + SchemaKeywords.COUNT_MAX);
    }
    return whole.get().intValue();
  }

  /** A whole number of at most 15 digits; empty when it is not there. */
  Optional<Long> whole(String keyword) throws GrammarException {
    if (!has(keyword)) {
      return Optional.empty();
    }
    JsonElement value = get(keyword);
    if (value instanceof JsonPrimitive && isNumber(value)) {
      BigDecimal number = value.getAsBigDecimal();
      if (isWhole(number) && number.abs().compareTo(NumberText.LIMIT) < 0) {
        return Optional.of(number.longValueExact());
      }
    }
    throw new GrammarException(
        path(keyword), "it must be a whole number of at most " + NumberText.DIGITS_MAX + " digits");
  }

  void checkOrder(String keyword, long min, long max) throws GrammarException {
    if (min > max) {
      throw new GrammarException(path(keyword), min + " is above the greatest, " + max);
    }
  }
}
