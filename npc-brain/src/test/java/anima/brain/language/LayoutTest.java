package anima.brain.language;

import static org.assertj.core.api.Assertions.assertThat;

import anima.world.Language;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Prompts and answers, token for token: a change here wants a new model. */
final class LayoutTest {
  private static final Vocabulary VOCABULARY =
      Vocabulary.of(IntentCatalogue.load(), List.of("and", "the", "i", "want", "?", "我", "要", "个"));

  private static void check(
      Language language, String text, List<Understood> before, String golden) {
    List<Piece> pieces =
        VOCABULARY.linker().link(text, Knowledge.of(Village.situation(language, text)));
    List<String> prompt = Layout.prompt(language, before, pieces, new Slots(new Random(1)));
    assertThat(String.join(" ", prompt)).isEqualTo(golden);
  }

  @Test
  void an_utterance_is_written_with_slots() {
    check(Language.EN, "I want 3 apples", List.of(), "<en> <you> i want <n3> <i8> <say>");
    check(Language.ZH, "我要3个苹果", List.of(), "<zh> <you> 我 要 <n3> 个 <i8> <say>");
  }

  @Test
  void the_turn_before_is_told_by_its_intent_and_things() {
    Understood before =
        new Understood(
            "where_place", Map.of(Role.PLACE, new Filler.Linked(SlotKind.PLACE, "harbour")));
    check(
        Language.EN,
        "and the well?",
        List.of(before),
        "<en> @where_place =place <l5> <you> and the <l1> ? <say>");
  }
}
