package anima.brain.llm.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Which texts fit which schema, and which schemas are refused. */
final class JsonGrammarTest {
  private static Grammar grammar(String schema) throws GrammarException {
    return JsonGrammar.of(JsonParser.parseString(schema.replace('\'', '"')).getAsJsonObject());
  }

  private static void fits(String schema, String... texts) throws GrammarException {
    for (String text : texts) {
      assertThat(matches(schema, text)).as("%s fits %s", text, schema).isTrue();
    }
  }

  private static void fitsNot(String schema, String... texts) throws GrammarException {
    for (String text : texts) {
      assertThat(matches(schema, text)).as("%s fits %s", text, schema).isFalse();
    }
  }

  private static boolean matches(String schema, String text) throws GrammarException {
    return grammar(schema).matches(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  private static void refused(String schema, String sentence) {
    assertThatThrownBy(() -> grammar(schema))
        .isInstanceOf(GrammarException.class)
        .hasMessage(sentence);
  }

  @Test
  void integers_are_within_their_bounds_exactly() throws GrammarException {
    String schema = "{'type':'integer','minimum':-12,'maximum':105}";
    for (int i = -300; i <= 300; i++) {
      assertThat(matches(schema, Integer.toString(i))).isEqualTo(i >= -12 && i <= 105);
    }
    fitsNot(schema, "", "-", "-0", "007", "1.0", "1e1", "+1");
    String exclusive = "{'type':'integer','exclusiveMinimum':9,'exclusiveMaximum':1000}";
    for (int i = 0; i <= 1100; i++) {
      assertThat(matches(exclusive, Integer.toString(i))).isEqualTo(i > 9 && i < 1000);
    }
  }

  @Test
  void numbers_are_within_their_bounds() throws GrammarException {
    String schema = "{'type':'number','minimum':-1,'maximum':2}";
    fits(schema, "-1", "-1.0", "-0.5", "0", "0.25", "1.999", "2", "2.00");
    fitsNot(schema, "-1.1", "2.01", "3", "-2", ".5", "1.", "01");
    fits("{'type':'number'}", "-12.5e-3", "0", "1E9");
    fitsNot("{'type':'number'}", "NaN", "1e999", "--1", "1e");
  }

  @Test
  void strings_count_characters_and_not_bytes() throws GrammarException {
    String schema = "{'type':'string','minLength':2,'maxLength':3}";
    fits(
        schema, "'ab'", "'你好吗'", "'\uD83D\uDC4B\uD83D\uDC4B'", "'\\u4f60\\n'", "'\\ud83d\\udc4bx'");
    fitsNot(schema, "'a'", "'abcd'", "'\uD83D\uDC4B'", "'\\ud83d\\udc4b'");
  }

  @Test
  void strings_have_no_half_characters_and_no_raw_controls() throws GrammarException {
    String schema = "{'type':'string'}";
    fitsNot(schema, "'\\ud83d'", "'\\udc4b'", "'\\ud83d\\u0041'", "'a\nb'", "'\\x'", "'\\u12'");
    Grammar grammar = grammar(schema);
    assertThat(grammar.matches((byte) '"', (byte) 0xc0, (byte) 0x80, (byte) '"')).isFalse();
    byte[] surrogate = {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'};
    assertThat(grammar.matches(surrogate)).isFalse();
  }

  @Test
  void a_text_of_sentences_is_one_line_that_ends_with_one() throws GrammarException {
    String schema = "{'type':'string','minLength':1,'maxLength':12,'x-text':'sentences'}";
    fits(schema, "'Hello there.'", "'你好！'", "'He said \\\"no.\\\"'".substring(0, 1) + "Why?'");
    fits(schema, "'So \\\"no.\\\"'", "'Hm…'", "'「好。」'");
    fitsNot(schema, "'Hello'", "''", "'A.\\nB.'", "'Hello there, you.'", "'A.\u2028B.'");
  }

  @Test
  void properties_stand_in_order_and_optional_ones_may_be_left_out() throws GrammarException {
    String schema =
        "{'type':'object','properties':{'a':{'type':'null'},'b':{'type':'null'},"
            + "'c':{'type':'null'}},'required':['b'],'additionalProperties':false}";
    fits(schema, "{'b':null}", "{'a': null, 'b':null}", "{'b':null,'c':null}");
    fitsNot(schema, "{}", "{'a':null}", "{'b':null,'a':null}", "{'b':null,}", "{,'b':null}");
    fitsNot(schema, "{'b':null,'d':null}", "{'b':null} ", "{ 'b':null}");
  }

  @Test
  void lists_have_as_many_items_as_they_may() throws GrammarException {
    String schema = "{'type':'array','items':{'enum':[1,2]},'minItems':1,'maxItems':3}";
    fits(schema, "[1]", "[2,1]", "[1, 2, 2]");
    fitsNot(schema, "[]", "[1,2,1,2]", "[3]", "[1,]");
    fits("{'type':'array','maxItems':0}", "[]");
  }

  @Test
  void constants_of_any_kind() throws GrammarException {
    String schema = "{'enum':['a\\\"b',1.5,null,true,['x'],{'k':2}]}";
    fits(schema, "'a\\\"b'", "1.5", "null", "true", "['x']", "{'k':2}");
    fitsNot(schema, "'a'", "false", "1", "{}");
    fits("{'type':'integer','enum':[1,'one',2.5]}", "1");
    fitsNot("{'type':'integer','enum':[1,'one',2.5]}", "'one'", "2.5");
  }

  @Test
  void a_schema_may_contain_itself() throws GrammarException {
    String schema =
        "{'$ref':'#/$defs/tree','$defs':{'tree':{'type':'object','properties':{"
            + "'left':{'$ref':'#/$defs/tree'},'leaf':{'type':'boolean'}}}}}";
    fits(schema, "{}", "{'left':{'left':{'leaf':true}}}", "{'left':{},'leaf':false}");
    fitsNot(schema, "{'left':true}", "{'left':{}");
  }

  @Test
  void any_object_when_nothing_more_is_said() throws GrammarException {
    String schema = "{'type':'object'}";
    fits(schema, "{}", "{'a':[1,{'b':null}],'c':'d'}");
    fitsNot(schema, "[]", "{'a'}", "1");
    fits("{'type':'object','additionalProperties':{'type':'integer'}}", "{'a':1}");
    fitsNot("{'type':'object','additionalProperties':{'type':'integer'}}", "{'a':'b'}");
    fits("{'type':'object','additionalProperties':false}", "{}");
  }

  @Test
  void what_is_not_understood_is_refused_in_one_sentence() {
    refused(
        "{'type':'string','pattern':'a+'}",
        "schema.pattern: this keyword is not supported here; leave it out or say it another way");
    refused(
        "{'type':'array','items':{'type':'integer','multipleOf':2}}",
        "schema.items.multipleOf: this keyword is not supported here; leave it out or say it"
            + " another way");
    refused("{'type':'text'}", "schema.type: there is no type of this name: text");
    refused("{'$ref':'#/$defs/x'}", "schema.$ref: there is nothing at #/$defs/x");
    refused(
        "{'type':'integer','minimum':3,'maximum':2}", "schema.minimum: 3 is above the greatest, 2");
    refused("{'enum':[]}", "schema.enum: no entry is of the type");
    refused(
        "{'type':'object','properties':{'a':{}},'required':['b']}",
        "schema.required: \"b\" is not among the properties");
  }

  @Test
  void a_schema_without_any_finite_text_is_refused() {
    refused(
        "{'$ref':'#/$defs/a','$defs':{'a':{'type':'object','properties':{'a':{'$ref':'#/$defs/a'}},"
            + "'required':['a']}}}",
        "grammar: no finite text fits it; give the rule that contains itself a way to end");
    refused(
        "{'$ref':'#/$defs/a','$defs':{'a':{'anyOf':[{'$ref':'#/$defs/a'},{'type':'null'}]}}}",
        "grammar: a repeated part or a rule can be empty or begins with itself");
  }

  @Test
  void one_of_is_accepted_where_no_value_can_satisfy_two() throws GrammarException {
    String schema =
        "{'oneOf':[{'type':'object','properties':{'k':{'const':'a'}},'required':['k']},"
            + "{'type':'object','properties':{'k':{'const':'b'}},'required':['k']},"
            + "{'type':'null'}]}";
    fits(schema, "{'k':'a'}", "{'k':'b'}", "null");
    refused(
        "{'oneOf':[{'type':'integer'},{'type':'number'}]}",
        "schema.oneOf: a value might satisfy both alternative 0 and 1; use anyOf, or give each a"
            + " required property with a constant of its own");
  }

  @Test
  void hostile_schemas_are_bounded() {
    refused(
        "{'x-' :1,'type':'null'}".replace("x-", "x".repeat(300)),
        "schema."
            + "x".repeat(113)
            + "…: this keyword is not supported here; leave it out or say"
            + " it another way");
    String deep = "{'items':".repeat(60) + "{}" + "}".repeat(60);
    assertThatThrownBy(() -> grammar(deep))
        .isInstanceOf(GrammarException.class)
        .hasMessageEndingWith(": it is nested deeper than 32");
    assertThatThrownBy(() -> grammar("{'const':'" + "x".repeat(200_000) + "'}"))
        .isInstanceOf(GrammarException.class)
        .hasMessageStartingWith("schema: it has 200");
  }
}
