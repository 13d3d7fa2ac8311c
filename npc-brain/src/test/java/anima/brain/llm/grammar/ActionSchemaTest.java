package anima.brain.llm.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import anima.world.Action;
import anima.world.ActionJson;
import anima.world.EntityId;
import anima.world.GoodsId;
import anima.world.Vec3;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Actions that a model writes are actions that the world reads. */
final class ActionSchemaTest {
  private static final EntityId ME = new EntityId(7);
  private static final int TEXTS = 400;

  @Test
  void every_text_by_random_logits_is_an_action_of_that_body() throws Exception {
    ActionSchema schema =
        new ActionSchema(
            ME,
            List.of(new EntityId(8), new EntityId(123_456_789_012L)),
            List.of(new GoodsId("apple"), new GoodsId("bread")),
            List.of(new Vec3(1, 0.25, -3), new Vec3(-1.0e-5, 2, 1.0e9)),
            List.of("bell", "bench"));
    Grammar grammar = JsonGrammar.of(schema.one());
    Random random = new Random(3);
    RandomWriter writer = new RandomWriter(new RandomVocabulary(random, 300));
    Set<Class<?>> kinds = new HashSet<>();
    for (int i = 0; i < TEXTS; i++) {
      String text = writer.write(grammar, random);
      Action action = ActionJson.read("model", text);
      assertThat(action.actor()).isEqualTo(ME);
      kinds.add(action.getClass());
      String again = ActionJson.write(action);
      assertThat(ActionJson.read("again", again)).isEqualTo(action);
    }
    assertThat(kinds).hasSize(12);
  }

  @Test
  void what_is_not_perceived_cannot_be_acted_upon() throws Exception {
    Grammar grammar =
        JsonGrammar.of(
            new ActionSchema(ME, List.of(new EntityId(8)), List.of(), List.of(), List.of()).one());
    assertThat(matches(grammar, "{\"type\":\"Follow\",\"actor\":7,\"other\":8}")).isTrue();
    assertThat(matches(grammar, "{\"type\":\"Follow\",\"actor\":7,\"other\":9}")).isFalse();
    assertThat(matches(grammar, "{\"type\":\"Wait\",\"actor\":8}")).isFalse();
    assertThat(matches(grammar, "{\"type\":\"Use\",\"actor\":7,\"thing\":\"bell\"}")).isFalse();
    assertThat(matches(grammar, "{\"type\":\"Depart\",\"actor\":7}")).isFalse();
  }

  private static boolean matches(Grammar grammar, String text) {
    return grammar.matches(text.getBytes(StandardCharsets.UTF_8));
  }
}
