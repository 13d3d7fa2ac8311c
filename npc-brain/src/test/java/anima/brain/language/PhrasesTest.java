package anima.brain.language;

import static org.assertj.core.api.Assertions.assertThat;

import anima.world.Language;
import anima.world.Mood;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The form of the written replies. */
final class PhrasesTest {
  private static final Set<String> ROLES =
      Set.copyOf(
          List.of(
              ("me trade player place where here item price total offer count goods person at weather"
                      + " hour memory news work story message time word meaning name thing color reason")
                  .split(" ", -1)));
  private static final IntentCatalogue CATALOGUE = IntentCatalogue.load();
  private static final ReplyBook BOOK = ReplyBook.load(CATALOGUE);

  @Test
  void every_outcome_has_lines_in_both_languages() {
    for (Language language : Language.values()) {
      CATALOGUE
          .answerable()
          .forEach(
              intent ->
                  intent
                      .outcomes()
                      .forEach(
                          outcome ->
                              assertThat(BOOK.lines(language, intent.name(), outcome))
                                  .as("%s %s %s", language, intent.name(), outcome)
                                  .isNotEmpty()));
    }
  }

  @Test
  void every_line_names_a_mood_an_outcome_and_roles_that_exist_and_no_line_stands_twice() {
    List<String> moods =
        Arrays.stream(Mood.values()).map(mood -> mood.name().toLowerCase(Locale.ROOT)).toList();
    for (Language language : Language.values()) {
      CATALOGUE
          .answerable()
          .forEach(
              intent -> {
                Set<String> seen = new HashSet<>();
                for (ReplyLine line : BOOK.all(language, intent.name())) {
                  assertThat(intent.outcomes()).as(line.text()).contains(line.outcome());
                  assertThat(moods).as(line.text()).contains(line.mood());
                  assertThat(ROLES).as(line.text()).containsAll(line.roles());
                  String words =
                      line.text().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}{}]", "");
                  assertThat(seen.add(words)).as("twice: " + line.text()).isTrue();
                }
              });
    }
  }
}
