package anima.brain.language;

import static org.assertj.core.api.Assertions.assertThat;

import anima.world.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** From situation to decision, with a model that writes what the test says. */
final class EmbeddedDeciderTest {
  private static final IntentCatalogue CATALOGUE = IntentCatalogue.load();
  private static final ReplyBook REPLIES = ReplyBook.load(CATALOGUE);
  private static final Vocabulary VOCABULARY =
      Vocabulary.of(CATALOGUE, List.of("how", "do", "i", "get", "to", "the", "buy", "it"));

  /** Writes the answer it is given, each token by its logit. */
  private static final class Scripted implements TokenModel {
    private final List<String> answer;
    private int at;

    Scripted(List<String> answer) {
      this.answer = answer;
    }

    @Override
    public float[] prefill(int... ids) {
      float[] logits = new float[VOCABULARY.size()];
      String wanted = answer.get(at++);
      for (int id = 0; id < logits.length; id++) {
        String token = VOCABULARY.token(id);
        boolean slot = wanted.equals("<slot>") && token.matches("<[lipn]\\d>");
        logits[id] = token.equals(wanted) || slot ? 1 : 0;
      }
      return logits;
    }

    @Override
    public void truncate(int length) {
      at = 0;
    }
  }

  private static Decider decider(TokenModel model) {
    AnswerWriter writer = new AnswerWriter(VOCABULARY, model, Optional.empty());
    return new EmbeddedDecider(CATALOGUE, REPLIES, VOCABULARY.linker(), writer);
  }

  private static Decision decide(Situation situation, String answer) {
    TokenModel model = new Scripted(List.of(answer.split(" ", -1)));
    return decider(model).decide(situation, 7, () -> false);
  }

  @Test
  void a_known_place_is_explained_in_the_words_of_the_situation() {
    Decision decision =
        decide(
            Village.situation(Language.EN, "how do I get to the docks"),
            "@where_place =place <slot> <end>");
    Step step = decision.steps().get(0);
    assertThat(step.outcome()).isEqualTo("known");
    assertThat(step.arguments())
        .containsEntry("place", new Argument("docks", Optional.of("harbour")));
    assertThat(decision.say()).contains("north past the well");
  }

  @Test
  void a_price_is_that_of_the_ware_and_never_the_models() {
    Decision decision =
        decide(
            Village.situation(Language.EN, "buy 3 apples"),
            "@buy =item <slot> =count <slot> <end>");
    assertThat(decision.steps().get(0).outcome()).isEqualTo("ok");
    assertThat(decision.say()).contains("6");
  }

  @Test
  void more_than_the_stock_is_not_sold() {
    Decision decision =
        decide(
            Village.situation(Language.EN, "buy 9 apples"),
            "@buy =item <slot> =count <slot> <end>");
    assertThat(decision.steps().get(0).outcome()).isEqualTo("none");
  }

  @Test
  void it_is_what_the_turn_before_spoke_of() {
    Step asked =
        new Step("ask_price", "known", Map.of("item", new Argument("apple", Optional.of("apple"))));
    Situation situation =
        Village.situation(
            Language.EN, "I buy it", List.of(new Turn("how much", List.of(asked), "2 coins")));
    Decision decision = decide(situation, "@buy =item <slot> <end>");
    assertThat(decision.steps().get(0).arguments())
        .hasEntrySatisfying("item", item -> assertThat(item.key()).contains("apple"));
    assertThat(decision.steps().get(0).outcome()).isEqualTo("ok");
  }

  @Test
  void equal_situation_and_seed_give_an_equal_decision() {
    Situation situation = Village.situation(Language.ZH, "你好");
    assertThat(decide(situation, "@greet <end>").say())
        .isEqualTo(decide(situation, "@greet <end>").say());
  }

  @Test
  void no_reply_has_an_open_role_for_any_random_model() {
    for (int seed = 0; seed < 2000; seed++) {
      Random random = new Random(seed);
      TokenModel model =
          new TokenModel() {
            @Override
            public float[] prefill(int... ids) {
              float[] logits = new float[VOCABULARY.size()];
              for (int id = 0; id < logits.length; id++) {
                logits[id] = random.nextFloat();
              }
              return logits;
            }

            @Override
            public void truncate(int length) {}
          };
      Language language = seed % 2 == 0 ? Language.EN : Language.ZH;
      String text =
          language == Language.EN ? "buy the apple from Mira at the docks" : "去码头找米拉买2个苹果";
      Decision decision =
          decider(model).decide(Village.situation(language, text), seed, () -> false);
      assertThat(decision.say()).isNotBlank().doesNotContain("{").doesNotContain("}");
      assertThat(decision.steps()).isNotEmpty();
    }
  }
}
