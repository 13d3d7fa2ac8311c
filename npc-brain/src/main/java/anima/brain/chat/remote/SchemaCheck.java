package anima.brain.chat.remote;

import anima.brain.chat.ChatJson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Map;
import java.util.Optional;

/**
 * Checks an answer against a JSON schema: type, enum, const, anyOf and oneOf, properties, required,
 * additionalProperties, items, lengths and bounds. References and whatever else a schema says are
 * left to who reads the answer.
 */
final class SchemaCheck {
  /** Schemas within schemas. */
  private static final int DEPTH_MAX = 64;

  private SchemaCheck() {}

  /** What is wrong, with its path; empty when nothing is. */
  static Optional<String> wrong(JsonElement value, JsonObject schema) {
    return wrong(value, schema, "answer", 0);
  }

  private static Optional<String> wrong(
      JsonElement value, JsonObject schema, String path, int depth) {
    if (depth > DEPTH_MAX) {
      return Optional.of(path + " is nested too deeply");
    }
    if (schema.has("const") && !value.equals(schema.get("const"))) {
      return Optional.of(path + " must be " + schema.get("const"));
    }
    if (schema.get("enum") instanceof JsonArray values && !values.contains(value)) {
      return Optional.of(path + " must be one of " + values);
    }
    if (schema.has("type") && !isOfType(value, schema.get("type"))) {
      return Optional.of(path + " must be of type " + schema.get("type"));
    }
    for (String keyword : new String[] {"anyOf", "oneOf"}) {
      if (schema.get(keyword) instanceof JsonArray choices
          && noneFits(value, choices, path, depth)) {
        return Optional.of(path + " fits nothing of " + keyword);
      }
    }
    return wrongInside(value, schema, path, depth);
  }

  private static boolean noneFits(JsonElement value, JsonArray choices, String path, int depth) {
    for (JsonElement choice : choices) {
      if (choice.isJsonObject()
          && wrong(value, choice.getAsJsonObject(), path, depth + 1).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOfType(JsonElement value, JsonElement type) {
    if (type instanceof JsonArray types) {
      return types.asList().stream().anyMatch(one -> isOfType(value, one));
    }
    JsonPrimitive primitive = value.isJsonPrimitive() ? value.getAsJsonPrimitive() : null;
    return switch (type.isJsonPrimitive() ? type.getAsString() : "") {
      case "object" -> value.isJsonObject();
      case "array" -> value.isJsonArray();
      case "null" -> value.isJsonNull();
      case "string" -> primitive != null && primitive.isString();
      case "boolean" -> primitive != null && primitive.isBoolean();
      case "number" -> primitive != null && primitive.isNumber();
      case "integer" ->
          primitive != null
              && primitive.isNumber()
              && primitive.getAsDouble() == Math.rint(primitive.getAsDouble());
      default -> true;
    };
  }

  private static Optional<String> wrongInside(
      JsonElement value, JsonObject schema, String path, int depth) {
    if (value.isJsonObject()) {
      return wrongObject(value.getAsJsonObject(), schema, path, depth);
    }
    if (value.isJsonArray()) {
      return wrongArray(value.getAsJsonArray(), schema, path, depth);
    }
    if (value.isJsonPrimitive() && value.getAsJsonPrimitive().isString()) {
      String text = value.getAsString();
      return outside(text.codePointCount(0, text.length()), schema, "minLength", "maxLength", path);
    }
    if (value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber()) {
      return outside(value.getAsDouble(), schema, "minimum", "maximum", path);
    }
    return Optional.empty();
  }

  private static Optional<String> wrongObject(
      JsonObject value, JsonObject schema, String path, int depth) {
    if (schema.get("required") instanceof JsonArray required) {
      for (JsonElement name : required) {
        if (name.isJsonPrimitive() && !value.has(name.getAsString())) {
          return Optional.of(path + "." + name.getAsString() + " is missing");
        }
      }
    }
    JsonObject properties =
        schema.get("properties") instanceof JsonObject named ? named : new JsonObject();
    boolean closed = new JsonPrimitive(false).equals(schema.get("additionalProperties"));
    for (Map.Entry<String, JsonElement> entry : value.entrySet()) {
      String inner = path + "." + entry.getKey();
      if (ChatJson.has(properties, entry.getKey())
          && properties.get(entry.getKey()) instanceof JsonObject property) {
        Optional<String> wrong = wrong(entry.getValue(), property, inner, depth + 1);
        if (wrong.isPresent()) {
          return wrong;
        }
      } else if (closed && !properties.has(entry.getKey())) {
        return Optional.of(inner + " has no place in the schema");
      }
    }
    return Optional.empty();
  }

  private static Optional<String> wrongArray(
      JsonArray value, JsonObject schema, String path, int depth) {
    if (schema.get("items") instanceof JsonObject items) {
      for (int i = 0; i < value.size(); i++) {
        Optional<String> wrong = wrong(value.get(i), items, path + "[" + i + "]", depth + 1);
        if (wrong.isPresent()) {
          return wrong;
        }
      }
    }
    return outside(value.size(), schema, "minItems", "maxItems", path);
  }

  private static Optional<String> outside(
      double size, JsonObject schema, String least, String most, String path) {
    if (bound(schema, least, Double.NEGATIVE_INFINITY) > size
        || bound(schema, most, Double.POSITIVE_INFINITY) < size) {
      return Optional.of(path + " goes beyond " + least + " or " + most);
    }
    return Optional.empty();
  }

  private static double bound(JsonObject schema, String name, double absent) {
    return schema.get(name) instanceof JsonPrimitive bound && bound.isNumber()
        ? bound.getAsDouble()
        : absent;
  }
}
