package anima.brain.llm.grammar;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Proves that no value can satisfy two alternatives of a {@code oneOf}, or refuses it. */
final class Exclusion {
  private static final int DEPTH_MAX = 8;

  private final SchemaReader reader;

  Exclusion(SchemaReader reader) {
    this.reader = reader;
  }

  void check(JsonArray alternatives, String path) throws GrammarException {
    for (int i = 0; i < alternatives.size(); i++) {
      for (int k = 0; k < i; k++) {
        if (!exclude(alternatives.get(i), alternatives.get(k), path, DEPTH_MAX)) {
          throw new GrammarException(
              path,
              "a value might satisfy both alternative %d and %d; use anyOf, or give each a"
                      .formatted(k, i)
                  + " required property with a constant of its own");
        }
      }
    }
  }

  private boolean exclude(JsonElement one, JsonElement other, String path, int depth)
      throws GrammarException {
    if (depth == 0 || !one.isJsonObject() || !other.isJsonObject()) {
      return false;
    }
    Schema a = resolved(one.getAsJsonObject(), path);
    Schema b = resolved(other.getAsJsonObject(), path);
    if (isConstant(a) && isConstant(b)) {
      Set<JsonElement> shared = new HashSet<>(a.constants());
      shared.retainAll(new HashSet<>(b.constants()));
      return shared.isEmpty();
    }
    if (apart(a.types(), b.types())) {
      return true;
    }
    return a.types().equals(List.of("object"))
        && b.types().equals(List.of("object"))
        && apartByProperty(a, b, path, depth);
  }

  private static boolean isConstant(Schema schema) {
    return schema.has("enum") || schema.has("const");
  }

  private static boolean apart(List<String> a, List<String> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return false;
    }
    Set<String> shared = new HashSet<>();
    a.forEach(type -> shared.add(type.equals("integer") ? "number" : type));
    return b.stream().noneMatch(type -> shared.contains(type.equals("integer") ? "number" : type));
  }

  private boolean apartByProperty(Schema a, Schema b, String path, int depth)
      throws GrammarException {
    if (!a.has("properties") || !b.has("properties")) {
      return false;
    }
    JsonObject others = b.object("properties");
    for (Map.Entry<String, JsonElement> property : a.object("properties").entrySet()) {
      String name = property.getKey();
      if (requires(a, name)
          && requires(b, name)
          && others.has(name)
          && exclude(property.getValue(), others.get(name), path, depth - 1)) {
        return true;
      }
    }
    return false;
  }

  private static boolean requires(Schema schema, String name) throws GrammarException {
    return schema.has("required") && schema.array("required").contains(new JsonPrimitive(name));
  }

  private Schema resolved(JsonObject schema, String path) throws GrammarException {
    JsonObject at = schema;
    for (int i = 0; i < DEPTH_MAX && at.has("$ref"); i++) {
      JsonElement target = reader.target(new Schema(at, path).text("$ref").orElse(""), path);
      at = target.isJsonObject() ? target.getAsJsonObject() : new JsonObject();
    }
    return new Schema(at, path);
  }
}
