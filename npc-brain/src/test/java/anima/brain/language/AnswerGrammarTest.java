package anima.brain.language;

import static org.assertj.core.api.Assertions.assertThat;

import anima.world.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever a model writes within the grammar can be read. */
final class AnswerGrammarTest {
  private static final IntentCatalogue CATALOGUE = IntentCatalogue.load();
  private static final Vocabulary VOCABULARY =
      Vocabulary.of(CATALOGUE, List.of("tell", "that", "is", "the", "at", "i", "am", "waiting"));
  private static final String TEXT =
      "tell Mira that Quorlan is waiting at the harbour with 3 apples";

  private final List<Piece> pieces =
      VOCABULARY.linker().link(TEXT, Knowledge.of(Village.situation(Language.EN, TEXT)));

  private AnswerGrammar grammar(Slots slots) {
    Layout.prompt(Language.EN, List.of(), pieces, slots);
    return new AnswerGrammar(CATALOGUE, pieces, slots);
  }

  @Test
  void every_random_answer_ends_and_names_only_what_is_there() {
    for (int seed = 0; seed < 3000; seed++) {
      Random random = new Random(seed);
      AnswerGrammar grammar = grammar(new Slots(random));
      int tokens = 0;
      while (!grammar.ended()) {
        List<String> allowed = new ArrayList<>(grammar.allowed());
        grammar.accept(allowed.get(random.nextInt(allowed.size())));
        tokens++;
      }
      assertThat(tokens).isLessThan(500);
      assertThat(grammar.steps()).hasSizeBetween(1, AnswerGrammar.STEPS_MAX);
      grammar.steps().forEach(this::checkStep);
    }
  }

  private void checkStep(Understood step) {
    Intent intent = CATALOGUE.get(step.intent());
    assertThat(intent.roles()).containsAll(step.fillers().keySet());
    step.fillers().forEach((role, filler) -> assertThat(isThere(role, filler)).isTrue());
  }

  private boolean isThere(Role role, Filler filler) {
    return filler.accept(
        new Filler.Handler<Boolean>() {
          @Override
          public Boolean linked(Filler.Linked linked) {
            return role.takes(linked.kind())
                && pieces.stream()
                    .anyMatch(
                        p ->
                            p.key().equals(linked.key())
                                && p.kind().filter(k -> k == linked.kind()).isPresent());
          }

          @Override
          public Boolean copied(Filler.Copied copied) {
            return copied.from() >= 0
                && copied.from() < copied.to()
                && copied.to() <= pieces.size();
          }
        });
  }

  @Test
  void a_written_answer_is_read_back() {
    Slots slots = new Slots(new Random(1));
    AnswerGrammar grammar = grammar(slots);
    Understood step =
        new Understood(
            "tell_message",
            Map.of(
                Role.PERSON, new Filler.Linked(SlotKind.PERSON, "mira"),
                Role.MESSAGE, new Filler.Copied(3, 8)));
    Layout.answer(List.of(step), pieces, slots).forEach(grammar::accept);
    assertThat(grammar.steps()).containsExactly(step);
  }
}
