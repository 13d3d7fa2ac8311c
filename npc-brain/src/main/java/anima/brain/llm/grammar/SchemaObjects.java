package anima.brain.llm.grammar;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The texts of JSON objects. Used by one thread for one schema. */
final class SchemaObjects {
  /** Most properties of one object. */
  static final int PROPERTIES_MAX = 256;

  private final SchemaReader reader;

  SchemaObjects(SchemaReader reader) {
    this.reader = reader;
  }

  private record Member(Expression text, boolean required) {}

  Expression object(Schema schema) throws GrammarException {
    JsonObject properties =
        schema.has("properties") ? schema.object("properties") : new JsonObject();
    Set<String> required = required(schema, properties);
    if (properties.isEmpty()) {
      return open(schema);
    }
    if (properties.size() > PROPERTIES_MAX) {
      throw new GrammarException(schema.path("properties"), "more than " + PROPERTIES_MAX);
    }
    List<Member> members = new ArrayList<>();
    for (Map.Entry<String, JsonElement> property : properties.entrySet()) {
      String path = schema.path("properties") + "." + property.getKey();
      Expression text =
          Expression.sequence(
              JsonTexts.constant(new JsonPrimitive(property.getKey()), path),
              JsonTexts.COLON,
              reader.value(property.getValue(), path));
      members.add(new Member(text, required.contains(property.getKey())));
    }
    return Expression.sequence(Expression.literal("{"), chain(members));
  }

  private static Set<String> required(Schema schema, JsonObject properties)
      throws GrammarException {
    Set<String> required = new HashSet<>();
    for (JsonElement name : schema.has("required") ? schema.array("required") : new JsonArray()) {
      boolean known = name.isJsonPrimitive() && properties.has(name.getAsString());
      if (!known) {
        throw new GrammarException(schema.path("required"), name + " is not among the properties");
      }
      required.add(name.getAsString());
    }
    return required;
  }

  /** An object without listed properties: empty where others are forbidden, else any. */
  private Expression open(Schema schema) throws GrammarException {
    JsonElement additional = schema.get("additionalProperties");
    boolean closed =
        additional != null && additional.isJsonPrimitive() && !additional.getAsBoolean();
    if (closed || schema.has("properties")) {
      return Expression.literal("{}");
    }
    Expression value =
        additional == null
            ? reader.any()
            : reader.value(additional, schema.path("additionalProperties"));
    return JsonTexts.object(value);
  }

  /**
   * The members in order, each optional one there or not: from the last to the first, once with and
   * once without one written before, which decides about the comma.
   */
  private static Expression chain(List<Member> members) {
    Expression first = Expression.literal("}");
    Expression later = first;
    for (int i = members.size() - 1; i >= 0; i--) {
      Member member = members.get(i);
      Expression begun = Expression.sequence(member.text(), later);
      Expression added = Expression.sequence(JsonTexts.COMMA, begun);
      first = member.required() ? begun : Expression.choice(begun, first);
      later = member.required() ? added : Expression.choice(added, later);
    }
    return first;
  }
}
