package anima.brain.llm.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever a model would rather write, what comes out satisfies the schema. */
final class GrammarPropertyTest {
  private static final int MASKS_MIN = 20_000;
  private static final int SCHEMAS_PER_VOCABULARY = 25;
  private static final int TEXTS_PER_SCHEMA = 4;

  @Test
  void every_text_by_random_logits_satisfies_its_random_schema() throws Exception {
    Random random = new Random(4);
    long masks = 0;
    for (int round = 0; masks < MASKS_MIN || round < 8; round++) {
      RandomWriter writer = new RandomWriter(new RandomVocabulary(random, random.nextInt(4) * 300));
      for (int i = 0; i < SCHEMAS_PER_VOCABULARY; i++) {
        check(new RandomSchema(random).draw(), writer, random);
      }
      masks += writer.masks;
    }
  }

  private static void check(JsonObject schema, RandomWriter writer, Random random)
      throws Exception {
    Grammar grammar = JsonGrammar.of(schema);
    for (int i = 0; i < TEXTS_PER_SCHEMA; i++) {
      String text = writer.write(grammar, random);
      JsonElement value = parse(text);
      assertThat(new SchemaChecker(schema).satisfied(value))
          .as("%s satisfies %s", text, schema)
          .isTrue();
    }
  }

  /** As strictly as RFC 8259, and to the end. */
  static JsonElement parse(String text) throws IOException {
    JsonReader reader = new JsonReader(new StringReader(text));
    reader.setStrictness(Strictness.STRICT);
    JsonElement value = JsonParser.parseReader(reader);
    assertThat(reader.peek()).isEqualTo(JsonToken.END_DOCUMENT);
    return value;
  }
}
