package anima.brain.llm.grammar;

import com.google.gson.JsonObject;

/**
 * Grammars of JSON texts that satisfy a JSON schema. Of JSON schema, what can be held to token by
 * token is understood; a keyword that would change the meaning and is not understood is refused, so
 * that whatever is written satisfies the schema. The text is on one line, with at most one space
 * behind colons and commas, and properties stand in the order of the schema:
 *
 * <ul>
 *   <li>{@code type} (one or a list), {@code enum}, {@code const}, {@code anyOf}, {@code oneOf}
 *       where no value can satisfy two, {@code $ref} within the schema, to itself as well
 *   <li>{@code object}: {@code properties}, {@code required}; others are never written, unless
 *       there are no {@code properties}: then any, or those of {@code additionalProperties}
 *   <li>{@code array}: {@code items}, {@code minItems}, {@code maxItems}
 *   <li>{@code string}: {@code minLength}, {@code maxLength}; {@code "x-text": "sentences"} asks
 *       for one line that ends where a sentence does, {@code "line"} for one line
 *   <li>{@code integer}, {@code number}: {@code minimum}, {@code maximum} and the exclusive ones,
 *       whole numbers
 * </ul>
 */
public final class JsonGrammar {
  /** Longest schema as text, in UTF-16 units. */
  public static final int SCHEMA_LENGTH_MAX = 1 << 17;

  private JsonGrammar() {}

  /**
   * The grammar of a schema.
   *
   * @throws GrammarException saying in one sentence where and what cannot be used
   */
  public static Grammar of(JsonObject schema) throws GrammarException {
    int length = schema.toString().length();
    if (length > SCHEMA_LENGTH_MAX) {
      throw new GrammarException(
          "schema", "it has " + length + " characters; " + SCHEMA_LENGTH_MAX + " at most");
    }
    return new SchemaReader(schema).read();
  }
}
