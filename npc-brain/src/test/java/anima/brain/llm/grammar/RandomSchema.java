package anima.brain.llm.grammar;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Random;

/** Draws schemas of the subset, with references to themselves. */
final class RandomSchema {
  private static final List<String> WORDS =
      List.of("a", "name", "say", "名字", "x\"y", "back\\slash", "", "emoji \uD83D\uDC4B", "a b");

  private final Random random;
  private int left;

  RandomSchema(Random random) {
    this.random = random;
    this.left = 3 + random.nextInt(12);
  }

  JsonObject draw() {
    JsonObject definitions = new JsonObject();
    definitions.add("leaf", leaf());
    definitions.add("tree", tree());
    JsonObject root = schema(4);
    if (!root.has("$ref")) {
      root.add("$defs", definitions);
      return root;
    }
    JsonObject outer = new JsonObject();
    JsonArray only = new JsonArray();
    only.add(root);
    outer.add("anyOf", only);
    outer.add("$defs", definitions);
    return outer;
  }

  /** A list of itself, at least by one way to end. */
  private JsonObject tree() {
    JsonObject next = new JsonObject();
    next.addProperty("$ref", "#/$defs/tree");
    JsonObject children = new JsonObject();
    children.addProperty("type", "array");
    children.add("items", next);
    children.addProperty("maxItems", 1 + random.nextInt(3));
    JsonObject properties = new JsonObject();
    properties.add("v", leaf());
    properties.add("c", children);
    JsonObject tree = new JsonObject();
    tree.addProperty("type", "object");
    tree.add("properties", properties);
    return tree;
  }

  private JsonObject schema(int depth) {
    left--;
    int kind = depth == 0 || left <= 0 ? 0 : random.nextInt(9);
    return switch (kind) {
      case 1, 2 -> object(depth);
      case 3 -> array(depth);
      case 4 -> any(depth);
      case 5 -> reference(random.nextBoolean() ? "leaf" : "tree");
      case 6 -> map(depth);
      default -> leaf();
    };
  }

  private JsonObject object(int depth) {
    JsonObject properties = new JsonObject();
    JsonArray required = new JsonArray();
    int count = random.nextInt(5);
    for (int i = 0; i < count; i++) {
      String name = word() + i;
      properties.add(name, schema(depth - 1));
      if (random.nextBoolean()) {
        required.add(name);
      }
    }
    JsonObject schema = new JsonObject();
    schema.addProperty("type", "object");
    schema.add("properties", properties);
    if (!required.isEmpty()) {
      schema.add("required", required);
    }
    schema.addProperty("additionalProperties", false);
    return schema;
  }

  private JsonObject map(int depth) {
    JsonObject schema = new JsonObject();
    schema.addProperty("type", "object");
    if (random.nextBoolean()) {
      schema.add("additionalProperties", schema(depth - 1));
    }
    return schema;
  }

  private JsonObject array(int depth) {
    JsonObject schema = new JsonObject();
    schema.addProperty("type", "array");
    schema.add("items", schema(depth - 1));
    int min = random.nextInt(3);
    if (random.nextBoolean()) {
      schema.addProperty("minItems", min);
    }
    if (random.nextBoolean()) {
      schema.addProperty("maxItems", min + random.nextInt(4));
    }
    return schema;
  }

  private JsonObject any(int depth) {
    JsonArray branches = new JsonArray();
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      branches.add(schema(depth - 1));
    }
    JsonObject schema = new JsonObject();
    schema.add("anyOf", branches);
    return schema;
  }

  private static JsonObject reference(String name) {
    JsonObject schema = new JsonObject();
    schema.addProperty("$ref", "#/$defs/" + name);
    return schema;
  }

  private JsonObject leaf() {
    JsonObject schema = new JsonObject();
    switch (random.nextInt(8)) {
      case 0 -> {
        JsonArray entries = new JsonArray();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
          entries.add(constant());
        }
        schema.add("enum", entries);
      }
      case 1 -> schema.add("const", constant());
      case 2 -> integer(schema);
      case 3 -> number(schema);
      case 4 -> {
        JsonArray types = new JsonArray();
        List.of("boolean", "null", "string").forEach(types::add);
        schema.add("type", types);
        schema.addProperty("maxLength", random.nextInt(5));
      }
      default -> string(schema);
    }
    return schema;
  }

  private void string(JsonObject schema) {
    schema.addProperty("type", "string");
    int min = random.nextInt(4);
    boolean sentences = random.nextInt(4) == 0;
    if (random.nextBoolean()) {
      schema.addProperty("minLength", min);
    }
    if (random.nextInt(4) > 0) {
      schema.addProperty("maxLength", min + random.nextInt(40) + (sentences ? 1 : 0));
    }
    if (sentences) {
      schema.addProperty("x-text", "sentences");
    }
  }

  private void integer(JsonObject schema) {
    schema.addProperty("type", "integer");
    long a = bound();
    long b = bound();
    if (random.nextBoolean()) {
      schema.addProperty("minimum", Math.min(a, b));
    }
    if (random.nextBoolean()) {
      schema.addProperty("maximum", Math.max(a, b));
    }
    if (random.nextInt(4) == 0) {
      schema.addProperty("exclusiveMaximum", Math.max(a, b) + 1);
    }
  }

  private void number(JsonObject schema) {
    schema.addProperty("type", "number");
    long a = bound();
    long b = bound();
    if (random.nextBoolean()) {
      schema.addProperty("minimum", Math.min(a, b));
      schema.addProperty("maximum", Math.max(a, b));
    }
  }

  private long bound() {
    long size = List.of(3L, 30L, 5_000L, 1_000_000_000_000L).get(random.nextInt(4));
    return random.nextLong(-size, size);
  }

  private JsonElement constant() {
    return switch (random.nextInt(6)) {
      case 0 -> new JsonPrimitive(bound());
      case 1 -> new JsonPrimitive(random.nextBoolean());
      case 2 -> JsonNull.INSTANCE;
      case 3 -> new JsonPrimitive(random.nextInt(100) / 8.0);
      default -> new JsonPrimitive(word());
    };
  }

  private String word() {
    return WORDS.get(random.nextInt(WORDS.size()));
  }
}
