package anima.brain.prompted;

import static org.assertj.core.api.Assertions.assertThat;

import anima.brain.language.Decision;
import anima.brain.language.Intent;
import anima.brain.language.IntentCatalogue;
import anima.brain.language.Step;
import anima.brain.language.Village;
import anima.brain.llm.Llm;
import anima.brain.llm.LlmOptions;
import anima.brain.llm.model.ModelFolder;
import anima.brain.llm.model.RandomModel;
import anima.brain.llm.text.ByteTokenizer;
import anima.brain.llm.text.TextTokenizer;
import anima.world.Language;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real model that knows nothing, held to the schema, always comes to a valid decision. */
final class RandomAnswersTest {
  private static final int DECISIONS = 60;
  private static final int TOKENS_MAX = 120;

  @TempDir Path folder;

  @Test
  void random_logits_give_decisions_that_the_rules_understand() throws Exception {
    new RandomModel("LlamaForCausalLM", ByteTokenizer.TOKENS, 32, 32, 1)
        .set("eos_token_id", ByteTokenizer.END)
        .write(folder);
    ByteTokenizer.write(folder, List.of());
    ModelFolder files = ModelFolder.open(folder);
    IntentCatalogue catalogue = IntentCatalogue.load();
    List<String> failures = new ArrayList<>();
    try (TextTokenizer tokenizer = files.openTokenizer(folder.resolve("cache"));
        Llm llm = Llm.open(files, LlmOptions.defaults().withThreads(1).withContextTokens(256))) {
      PromptedDecider decider =
          new PromptedDecider(
              new RandomChat(llm, tokenizer, TOKENS_MAX),
              Duration.ofHours(1),
              () -> 0,
              failures::add);
      for (int seed = 0; seed < DECISIONS; seed++) {
        Language language = seed % 2 == 0 ? Language.EN : Language.ZH;
        String text = language == Language.EN ? "an apple from Mira, please" : "去码头找米拉";
        Decision decision = decider.decide(Village.situation(language, text), seed, () -> false);
        check(decision, catalogue);
      }
    }
    assertThat(failures).isEmpty();
  }

  private static void check(Decision decision, IntentCatalogue catalogue) {
    assertThat(decision.say()).isNotBlank().doesNotContain("{", "}", "*");
    assertThat(decision.steps()).hasSizeBetween(1, 2);
    for (Step step : decision.steps()) {
      Intent intent = catalogue.get(step.intent());
      assertThat(intent.outcomes()).contains(step.outcome());
    }
  }
}
