package anima.brain.llm.grammar;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.math.BigDecimal;
import java.util.Map;

/**
 * Says whether a value satisfies a schema, straight from the words of the specification (JSON
 * Schema 2020-12) and knowing nothing of grammars.
 */
final class SchemaChecker {
  private final JsonObject root;

  SchemaChecker(JsonObject root) {
    this.root = root;
  }

  boolean satisfied(JsonElement value) {
    return satisfies(value, root);
  }

  private boolean satisfies(JsonElement value, JsonElement schema) {
    if (schema.isJsonPrimitive()) {
      return schema.getAsBoolean();
    }
    for (Map.Entry<String, JsonElement> keyword : schema.getAsJsonObject().entrySet()) {
      if (!holds(keyword.getKey(), keyword.getValue(), value, schema.getAsJsonObject())) {
        return false;
      }
    }
    return true;
  }

  private boolean holds(String keyword, JsonElement rule, JsonElement value, JsonObject schema) {
    boolean object = value.isJsonObject();
    boolean array = value.isJsonArray();
    boolean text = isText(value);
    boolean number = isNumber(value);
    return switch (keyword) {
      case "type" -> rule.isJsonArray() ? some(rule, r -> isOf(r, value)) : isOf(rule, value);
      case "const" -> same(rule, value);
      case "enum" -> some(rule, entry -> same(entry, value));
      case "anyOf" -> some(rule, branch -> satisfies(value, branch));
      case "oneOf" -> count(rule, value) == 1;
      case "$ref" -> satisfies(value, target(rule.getAsString()));
      case "minLength" -> !text || length(value) >= rule.getAsInt();
      case "maxLength" -> !text || length(value) <= rule.getAsInt();
      case "minimum" -> !number || compare(value, rule) >= 0;
      case "maximum" -> !number || compare(value, rule) <= 0;
      case "exclusiveMinimum" -> !number || compare(value, rule) > 0;
      case "exclusiveMaximum" -> !number || compare(value, rule) < 0;
      case "minItems" -> !array || value.getAsJsonArray().size() >= rule.getAsInt();
      case "maxItems" -> !array || value.getAsJsonArray().size() <= rule.getAsInt();
      case "items" -> !array || all(value.getAsJsonArray(), rule);
      case "required" -> !object || all(rule.getAsJsonArray(), value.getAsJsonObject());
      case "properties" -> !object || properties(rule.getAsJsonObject(), value.getAsJsonObject());
      case "additionalProperties" -> !object || additional(rule, schema, value.getAsJsonObject());
      default -> true;
    };
  }

  private interface Test {
    boolean holds(JsonElement element);
  }

  private static boolean some(JsonElement list, Test test) {
    for (JsonElement element : list.getAsJsonArray()) {
      if (test.holds(element)) {
        return true;
      }
    }
    return false;
  }

  private int count(JsonElement branches, JsonElement value) {
    int count = 0;
    for (JsonElement branch : branches.getAsJsonArray()) {
      count += satisfies(value, branch) ? 1 : 0;
    }
    return count;
  }

  private boolean all(JsonArray values, JsonElement schema) {
    for (JsonElement value : values) {
      if (!satisfies(value, schema)) {
        return false;
      }
    }
    return true;
  }

  private static boolean all(JsonArray names, JsonObject value) {
    for (JsonElement name : names) {
      if (!value.has(name.getAsString())) {
        return false;
      }
    }
    return true;
  }

  private boolean properties(JsonObject schemas, JsonObject value) {
    for (Map.Entry<String, JsonElement> schema : schemas.entrySet()) {
      if (value.has(schema.getKey()) && !satisfies(value.get(schema.getKey()), schema.getValue())) {
        return false;
      }
    }
    return true;
  }

  private boolean additional(JsonElement rule, JsonObject schema, JsonObject value) {
    JsonObject known =
        schema.has("properties") ? schema.getAsJsonObject("properties") : new JsonObject();
    for (Map.Entry<String, JsonElement> property : value.entrySet()) {
      if (!known.has(property.getKey()) && !satisfies(property.getValue(), rule)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOf(JsonElement type, JsonElement value) {
    return switch (type.getAsString()) {
      case "object" -> value.isJsonObject();
      case "array" -> value.isJsonArray();
      case "null" -> value.isJsonNull();
      case "boolean" -> value.isJsonPrimitive() && value.getAsJsonPrimitive().isBoolean();
      case "string" -> isText(value);
      case "number" -> isNumber(value);
      case "integer" ->
          isNumber(value) && value.getAsBigDecimal().remainder(BigDecimal.ONE).signum() == 0;
      default -> false;
    };
  }

  private static boolean same(JsonElement a, JsonElement b) {
    return (isNumber(a) && isNumber(b)) ? compare(a, b) == 0 : a.equals(b);
  }

  private static int compare(JsonElement a, JsonElement b) {
    return new BigDecimal(a.getAsString()).compareTo(new BigDecimal(b.getAsString()));
  }

  private static int length(JsonElement text) {
    String value = text.getAsString();
    return value.codePointCount(0, value.length());
  }

  private static boolean isText(JsonElement value) {
    return value.isJsonPrimitive() && value.getAsJsonPrimitive().isString();
  }

  private static boolean isNumber(JsonElement value) {
    return value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber();
  }

  private JsonElement target(String reference) {
    JsonElement at = root;
    for (String key : reference.substring(1).split("/", -1)) {
      at = key.isEmpty() ? at : at.getAsJsonObject().get(key);
    }
    return at;
  }
}
