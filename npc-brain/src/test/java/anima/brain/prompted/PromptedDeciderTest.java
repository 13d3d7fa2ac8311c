package anima.brain.prompted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anima.brain.chat.ChatException;
import anima.brain.chat.ChatFault;
import anima.brain.chat.ChatModel;
import anima.brain.language.Argument;
import anima.brain.language.Decision;
import anima.brain.language.Step;
import anima.brain.language.Village;
import anima.brain.llm.grammar.JsonGrammar;
import anima.world.Language;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** From a situation to a decision, with a model that answers what the test says. */
final class PromptedDeciderTest {
  private final List<String> failures = new ArrayList<>();
  private final AtomicLong nanos = new AtomicLong();

  private PromptedDecider decider(ChatModel model) {
    return new PromptedDecider(model, Duration.ofSeconds(20), nanos::get, failures::add);
  }

  private Decision decide(Language language, String text, String answer) throws Exception {
    String json = answer.replace('\'', '"');
    ScriptedChat model = new ScriptedChat(json);
    Decision decision = decider(model).decide(Village.situation(language, text), 7, () -> false);
    assertThat(
            JsonGrammar.of(model.asked.get(0).schema().orElseThrow())
                .matches(json.getBytes(StandardCharsets.UTF_8)))
        .as("the answer fits its schema")
        .isTrue();
    return decision;
  }

  private static Step only(Decision decision) {
    assertThat(decision.steps()).hasSize(1);
    return decision.steps().get(0);
  }

  @Test
  void what_the_rules_agree_with_is_said_in_the_models_words() throws Exception {
    Decision decision =
        decide(
            Language.EN,
            "how do I get to the docks",
            "{'do':[{'intent':'where_place','place':'harbour'}],'feel':'glad',"
                + "'say':'Straight north, past the well. Mind the gulls!'}");
    assertThat(only(decision).outcome()).isEqualTo("known");
    assertThat(only(decision).arguments())
        .containsEntry("place", new Argument("harbour", Optional.of("harbour")));
    assertThat(decision.say()).isEqualTo("Straight north, past the well. Mind the gulls!");
    assertThat(decision.why()).contains("Speaker: how do I get to the docks", "ruled: where_place");
    assertThat(decision.tokens()).isEqualTo(120);
    assertThat(decision.firstTokenMillis()).isEqualTo(1.5);
    assertThat(failures).isEmpty();
  }

  @Test
  void another_price_than_the_wares_is_never_said() throws Exception {
    String wish = "{'do':[{'intent':'ask_price','item':'apple'}],'feel':'calm','say':'%s'}";
    assertThat(
            decide(Language.EN, "how much is an apple", wish.formatted("Two coins, my dear."))
                .say())
        .isEqualTo("Two coins, my dear.");
    for (String wrong : List.of("Three coins.", "That is 4 coins.", "Ask someone else.")) {
      assertThat(decide(Language.EN, "how much is an apple", wish.formatted(wrong)).say())
          .contains("2")
          .isNotEqualTo(wrong);
    }
  }

  @Test
  void more_than_the_stock_is_not_sold_whatever_the_model_says() throws Exception {
    Decision decision =
        decide(
            Language.EN,
            "nine apples please",
            "{'do':[{'intent':'buy','item':'apple','count':9}],'feel':'glad',"
                + "'say':'Here you are, nine apples for 18 coins.'}");
    assertThat(only(decision).outcome()).isEqualTo("none");
    assertThat(decision.say()).doesNotContain("18").isNotBlank();
  }

  @Test
  void an_unknown_place_is_unknown_and_no_way_is_made_up() throws Exception {
    Decision decision =
        decide(
            Language.EN,
            "where is the castle",
            "{'do':[{'intent':'where_place','place':'castle'}],'feel':'calm',"
                + "'say':'Behind the mountain, to the left.'}");
    assertThat(only(decision).outcome()).isEqualTo("unknown");
    assertThat(only(decision).arguments())
        .containsEntry("place", new Argument("castle", Optional.empty()));
    assertThat(decision.say()).doesNotContain("mountain");
  }

  @Test
  void a_bargain_is_struck_by_the_rules() throws Exception {
    Decision decision =
        decide(
            Language.ZH,
            "面包三文行吗",
            "{'do':[{'intent':'haggle','item':'面包','price':3}],'feel':'calm','say':'不行。'}");
    assertThat(only(decision).outcome()).isEqualTo("accept");
    assertThat(decision.say()).isNotEqualTo("不行。").contains("3");
  }

  @Test
  void two_wishes_are_two_steps() throws Exception {
    Decision decision =
        decide(
            Language.EN,
            "hi, what do you sell?",
            "{'do':[{'intent':'greet'},{'intent':'ask_goods'}],'feel':'glad',"
                + "'say':'Hello! Apples and bread.'}");
    assertThat(decision.steps()).extracting(Step::intent).containsExactly("greet", "ask_goods");
    assertThat(decision.say()).isEqualTo("Hello! Apples and bread.");
  }

  @Test
  void words_are_cleaned_and_stay_in_the_language_of_the_talk() throws Exception {
    String greet = "{'do':[{'intent':'greet'}],'feel':'glad','say':'%s'}";
    assertThat(
            decide(Language.EN, "hi", greet.formatted("Elsa: *waves* Hello   there! \uD83D\uDE00."))
                .say())
        .isEqualTo("Hello there! .");
    assertThat(decide(Language.EN, "hi", greet.formatted("你好呀。")).say()).doesNotContain("你");
    assertThat(decide(Language.ZH, "你好", greet.formatted("你好呀。")).say()).isEqualTo("你好呀。");
  }

  @Test
  void a_model_that_fails_costs_an_excuse_in_the_language_of_the_talk() {
    ChatModel failing =
        (request, listener, cancelled) -> {
          throw new ChatException(ChatFault.TOO_LONG, 9000, 4096);
        };
    Decision decision =
        decider(failing).decide(Village.situation(Language.ZH, "你好"), 1, () -> false);
    assertThat(decision.say()).isEqualTo("抱歉，我一时走神了，你再说一遍好吗？");
    assertThat(decision.steps()).isEmpty();
    assertThat(failures).hasSize(1);
    assertThat(decision.why()).contains("failed: " + failures.get(0));
  }

  @Test
  void an_answer_without_sense_costs_an_excuse() {
    for (String broken :
        List.of("", "Sorry!", "{", "{\"do\":[]}", "{\"do\":[{\"intent\":\"fly\"}]}", "[1]")) {
      Decision decision =
          decider(new ScriptedChat(broken))
              .decide(Village.situation(Language.EN, "hi"), 1, () -> false);
      assertThat(decision.say()).isEqualTo("Forgive me, my thoughts wandered. Say that again?");
    }
  }

  @Test
  void a_late_model_costs_an_excuse_and_a_cancelled_one_is_given_up() {
    ChatModel slow =
        (request, listener, cancelled) -> {
          assertThat(cancelled.getAsBoolean()).isFalse();
          nanos.addAndGet(Duration.ofSeconds(21).toNanos());
          return new ScriptedChat("{").chat(request, listener, cancelled);
        };
    Decision decision = decider(slow).decide(Village.situation(Language.EN, "hi"), 1, () -> false);
    assertThat(decision.say()).startsWith("Forgive me");
    assertThat(failures).containsExactly("The model was not ready within 20 s.");
    PromptedDecider given = decider(new ScriptedChat("{}"));
    assertThatThrownBy(() -> given.decide(Village.situation(Language.EN, "hi"), 1, () -> true))
        .isInstanceOf(CancellationException.class);
  }
}
