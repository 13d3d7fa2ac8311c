package anima.brain.train;

import static org.assertj.core.api.Assertions.assertThat;

import anima.brain.language.IntentCatalogue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The form of the phrases, and that the held-out ones stay out. */
final class PhraseBookTest {
  private static final Set<String> SLOTS =
      Set.copyOf(
          List.of(
              ("me place place2 item item2 person person2 count price time name trade like lost"
                      + " message word thing color")
                  .split(" ", -1)));
  private static final PhraseBook BOOK = PhraseBook.load(IntentCatalogue.load());

  @Test
  void no_held_out_phrase_is_trained_on_in_other_case_or_punctuation() {
    Set<String> trained =
        BOOK.training().stream().map(t -> PhraseBook.words(t.line())).collect(Collectors.toSet());
    assertThat(BOOK.heldOut()).noneMatch(t -> trained.contains(PhraseBook.words(t.line())));
    assertThat((double) BOOK.heldOut().size() / BOOK.training().size()).isBetween(0.09, 0.13);
  }

  @Test
  void every_slot_is_one_of_the_catalogue_and_no_phrase_has_two_intents() {
    Map<String, String> owners = new HashMap<>();
    for (Template template :
        Stream.concat(BOOK.training().stream(), BOOK.heldOut().stream()).toList()) {
      template.parts().stream()
          .filter(Template::isSlot)
          .forEach(slot -> assertThat(SLOTS).as(template.line()).contains(Template.slotName(slot)));
      String words = PhraseBook.words(template.line());
      if (!template.intent().equals("nonsense") && !words.isEmpty()) {
        assertThat(owners.put(template.language() + words, template.intent()))
            .as(template.line())
            .isNull();
      }
    }
  }
}
