package anima.brain.language;

import static org.assertj.core.api.Assertions.assertThat;

import anima.world.Language;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The grammar around filled roles. */
final class FillingTest {
  private static void check(
      Language language, String line, Map<String, String> words, String want) {
    assertThat(Filling.fill(line, words, language, "apples", "条")).isEqualTo(want);
  }

  @Test
  void an_article_fits_the_word_behind_it() {
    check(Language.EN, "A {item} for you.", Map.of("item", "apple"), "An apple for you.");
    check(Language.EN, "Here is a {item}.", Map.of("item", "rope"), "Here is a rope.");
  }

  @Test
  void counted_things_stand_in_the_plural_and_one_coin_does_not() {
    check(
        Language.EN,
        "{count} {item} for {price} coins.",
        Map.of("count", "3", "item", "apple", "price", "1"),
        "3 apples for 1 coin.");
  }

  @Test
  void chinese_things_are_counted_by_their_measure_word() {
    check(Language.ZH, "{count}个{item}。", Map.of("count", "3", "item", "鱼"), "3条鱼。");
  }

  @Test
  void a_sentence_begins_with_a_capital() {
    check(
        Language.EN,
        "{news}, they say.",
        Map.of("news", "a ship came in"),
        "A ship came in, they say.");
  }

  @Test
  void the_hour_is_told_as_people_do() {
    assertThat(Phrasing.hour(9.5, Language.EN)).isEqualTo("about nine in the morning");
    assertThat(Phrasing.hour(21.2, Language.ZH)).isEqualTo("晚上九点");
  }
}
