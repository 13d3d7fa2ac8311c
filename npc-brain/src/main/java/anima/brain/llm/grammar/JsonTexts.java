package anima.brain.llm.grammar;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** How values of JSON are written. */
final class JsonTexts {
  /** The name of the rule of any value; no reference of a schema looks like it. */
  static final String ANY = "any value";

  private static final Expression SPACE = Expression.optional(Expression.literal(" "));
  private static final Expression QUOTE = Expression.literal("\"");

  static final Expression COMMA = Expression.sequence(Expression.literal(","), SPACE);
  static final Expression COLON = Expression.sequence(Expression.literal(":"), SPACE);

  /** Longest key of an object that may have any. */
  private static final int KEY_LENGTH_MAX = 64;

  private JsonTexts() {}

  static Expression string(int min, int max, boolean lineBreaks, boolean sentences) {
    Expression.Text text =
        new Expression.Text(Expression.Text.Form.JSON, min, max, lineBreaks, sentences);
    return Expression.sequence(QUOTE, text, QUOTE);
  }

  /** One value, written in the one way that is shortest. */
  static Expression constant(JsonElement value, String path) throws GrammarException {
    String text = new GsonBuilder().disableHtmlEscaping().serializeNulls().create().toJson(value);
    if (text.length() > Expression.Literal.LENGTH_MAX) {
      throw new GrammarException(
          path, "a value is longer than " + Expression.Literal.LENGTH_MAX + " characters");
    }
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw new GrammarException(path, "a text has half a character (a lone surrogate)");
    }
    return Expression.literal(text);
  }

  /** An object with any keys, which the grammar cannot keep from being equal. */
  static Expression object(Expression value) {
    Expression member = Expression.sequence(string(0, KEY_LENGTH_MAX, true, false), COLON, value);
    return Expression.sequence(
        Expression.literal("{"),
        new Expression.Repeat(member, COMMA, 0, Counts.UNLIMITED),
        Expression.literal("}"));
  }

  static Expression anyValue() {
    Expression any = new Expression.Reference(ANY);
    return new Expression.Choice(
        List.of(
            Expression.literal("null"),
            Expression.literal("true"),
            Expression.literal("false"),
            NumberText.any(),
            string(0, Counts.UNLIMITED, true, false),
            Expression.sequence(
                Expression.literal("["),
                new Expression.Repeat(any, COMMA, 0, Counts.UNLIMITED),
                Expression.literal("]")),
            object(any)));
  }
}
