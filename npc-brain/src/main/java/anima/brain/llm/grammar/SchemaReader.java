package anima.brain.llm.grammar;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns a JSON schema into an expression. Used by one thread for one schema. */
final class SchemaReader {
  /** Deepest nesting of schemas. */
  static final int DEPTH_MAX = 32;

  /** Most entries of one {@code enum}. */
  static final int ENTRIES_MAX = 4096;

  private final JsonObject root;
  private final Map<String, Expression> rules = new HashMap<>();
  private final SchemaObjects objects = new SchemaObjects(this);
  private int depth;

  SchemaReader(JsonObject root) {
    this.root = root;
  }

  Grammar read() throws GrammarException {
    Expression expression = value(root, "schema");
    return Grammar.of(expression, rules);
  }

  /** The texts of values that satisfy a schema, which may be {@code true} for any. */
  Expression value(JsonElement schema, String path) throws GrammarException {
    if (schema.isJsonPrimitive() && schema.getAsJsonPrimitive().isBoolean()) {
      if (schema.getAsBoolean()) {
        return any();
      }
      throw new GrammarException(path, "false allows nothing; leave it out");
    }
    if (!schema.isJsonObject()) {
      throw new GrammarException(path, "a schema must be an object");
    }
    if (++depth > DEPTH_MAX) {
      throw new GrammarException(path, "it is nested deeper than " + DEPTH_MAX);
    }
    Expression expression = value(new Schema(schema.getAsJsonObject(), path));
    depth--;
    return expression;
  }

  private Expression value(Schema schema) throws GrammarException {
    if (schema.has("$ref")) {
      schema.allowOnly(Set.of("$ref", "$defs", "definitions"));
      return reference(schema);
    }
    if (schema.has("anyOf") || schema.has("oneOf")) {
      return alternatives(schema);
    }
    if (schema.has("enum") || schema.has("const")) {
      schema.allowOnly(Set.of("enum", "const", "type", "$defs", "definitions"));
      return constants(schema);
    }
    List<Expression> branches = new ArrayList<>();
    List<String> types = schema.types();
    schema.allowOnly(SchemaKeywords.of(types));
    if (types.isEmpty()) {
      return any();
    }
    for (String type : types) {
      branches.add(typed(type, schema));
    }
    return new Expression.Choice(branches);
  }

  private Expression typed(String type, Schema schema) throws GrammarException {
    return switch (type) {
      case "object" -> objects.object(schema);
      case "array" -> array(schema);
      case "string" -> string(schema);
      case "integer" -> NumberText.integers(schema);
      case "number" -> NumberText.numbers(schema);
      case "boolean" -> Expression.choice(Expression.literal("true"), Expression.literal("false"));
      case "null" -> Expression.literal("null");
      default ->
          throw new GrammarException(schema.path("type"), "there is no type of this name: " + type);
    };
  }

  private Expression array(Schema schema) throws GrammarException {
    int min = schema.count("minItems", 0);
    int max = schema.count("maxItems", Counts.UNLIMITED);
    schema.checkOrder("minItems", min, max);
    if (max == 0) {
      return Expression.literal("[]");
    }
    Expression item =
        schema.has("items") ? value(schema.get("items"), schema.path("items")) : any();
    return Expression.sequence(
        Expression.literal("["),
        new Expression.Repeat(item, JsonTexts.COMMA, min, max),
        Expression.literal("]"));
  }

  private static Expression string(Schema schema) throws GrammarException {
    int min = schema.count("minLength", 0);
    int max = schema.count("maxLength", Counts.UNLIMITED);
    schema.checkOrder("minLength", min, max);
    String form = schema.text("x-text").orElse("");
    boolean sentences = form.equals("sentences");
    if (!form.isEmpty() && !form.equals("line") && !sentences) {
      throw new GrammarException(schema.path("x-text"), "it must be \"line\" or \"sentences\"");
    }
    if (sentences && max == 0) {
      throw new GrammarException(schema.path("maxLength"), "a sentence has a character at least");
    }
    return JsonTexts.string(min, max, form.isEmpty(), sentences);
  }

  private static Expression constants(Schema schema) throws GrammarException {
    List<JsonElement> values = schema.constants();
    if (values.size() > ENTRIES_MAX) {
      throw new GrammarException(schema.path("enum"), "more than " + ENTRIES_MAX + " entries");
    }
    List<Expression> branches = new ArrayList<>();
    for (JsonElement value : values) {
      branches.add(JsonTexts.constant(value, schema.path("enum")));
    }
    if (branches.isEmpty()) {
      throw new GrammarException(schema.path("enum"), "no entry is of the type");
    }
    return new Expression.Choice(branches);
  }

  private Expression alternatives(Schema schema) throws GrammarException {
    String keyword = schema.has("anyOf") ? "anyOf" : "oneOf";
    schema.allowOnly(Set.of(keyword, "$defs", "definitions"));
    JsonArray array = schema.array(keyword);
    if (array.isEmpty()) {
      throw new GrammarException(schema.path(keyword), "it has no alternatives");
    }
    if (keyword.equals("oneOf")) {
      new Exclusion(this).check(array, schema.path(keyword));
    }
    List<Expression> branches = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      branches.add(value(array.get(i), schema.path(keyword) + "[" + i + "]"));
    }
    return new Expression.Choice(branches);
  }

  private Expression reference(Schema schema) throws GrammarException {
    String name = schema.text("$ref").orElse("");
    if (!rules.containsKey(name)) {
      JsonElement target = target(name, schema.path("$ref"));
      // A rule that is being read may refer to itself: its place is taken first.
      rules.put(name, Expression.EMPTY);
      int outside = depth;
      depth = 0;
      rules.put(name, value(target, name));
      depth = outside;
    }
    return new Expression.Reference(name);
  }

  /** What a reference points at. */
  JsonElement target(String name, String path) throws GrammarException {
    if (!name.equals("#") && !name.startsWith("#/")) {
      throw new GrammarException(path, "only references within the schema, such as #/$defs/name");
    }
    JsonElement element = root;
    for (String key : name.substring(1).split("/", -1)) {
      if (key.isEmpty()) {
        continue;
      }
      String plain = key.replace("~1", "/").replace("~0", "~");
      element =
          element.isJsonObject() && element.getAsJsonObject().has(plain)
              ? element.getAsJsonObject().get(plain)
              : missing(name, path);
    }
    return element;
  }

  private static JsonElement missing(String name, String path) throws GrammarException {
    throw new GrammarException(path, "there is nothing at " + name);
  }

  /** Any value at all. */
  Expression any() {
    if (!rules.containsKey(JsonTexts.ANY)) {
      rules.put(JsonTexts.ANY, JsonTexts.anyValue());
    }
    return new Expression.Reference(JsonTexts.ANY);
  }
}
