package anima.brain.language;

import static org.assertj.core.api.Assertions.assertThat;

import anima.world.Language;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is marked in an utterance. */
final class LinkerTest {
  private static final List<String> WORDS =
      List.of(
          "where", "is", "the", "i", "want", "please", "tell", "that", "a", "and", "go", "to", "me",
          "my", "name", "well", "hello", "follow", ",", "?", "我", "要", "个", "去", "怎", "么", "走", "看",
          "见", "了", "吗");

  private static void check(Language language, String text, String pieces) {
    Linker linker = Vocabulary.of(IntentCatalogue.load(), WORDS).linker();
    assertThat(
            linker.link(text, Knowledge.of(Village.situation(language, text))).stream()
                .map(LinkerTest::shown)
                .collect(Collectors.joining(" ")))
        .isEqualTo(pieces);
  }

  private static String shown(Piece piece) {
    return piece.kind().map(kind -> kind + ":" + piece.key()).orElse(piece.key());
  }

  @Test
  void names_are_found_whatever_their_case_plural_or_genitive() {
    check(Language.EN, "Where is the HARBOUR?", "where is the PLACE:harbour ?");
    check(Language.EN, "I want apples", "i want ITEM:apple");
    check(Language.EN, "where is Mira's", "where is PERSON:mira");
  }

  @Test
  void names_are_found_with_slips_of_hand_and_ear() {
    check(Language.EN, "where is the harbuor", "where is the PLACE:harbour");
    check(Language.EN, "where is mirra", "where is PERSON:mira");
    check(Language.EN, "where is the stonecircle", "where is the PLACE:stones");
  }

  @Test
  void a_longer_place_answers_to_its_last_word() {
    check(Language.EN, "go to the circle", "go to the PLACE:stones");
  }

  @Test
  void a_common_word_is_a_name_only_after_an_article() {
    check(Language.EN, "well, hello", "well , hello");
    check(Language.EN, "where is the well", "where is the PLACE:well");
  }

  @Test
  void numbers_are_read_in_words_and_digits() {
    check(Language.EN, "I want twenty five apples", "i want NUMBER:25 ITEM:apple");
    check(Language.EN, "I want 12 apples", "i want NUMBER:12 ITEM:apple");
    check(Language.ZH, "我要十二个苹果", "我 要 NUMBER:12 个 ITEM:apple");
    check(Language.ZH, "我要两个苹果", "我 要 NUMBER:2 个 ITEM:apple");
  }

  @Test
  void chinese_names_need_no_borders() {
    check(Language.ZH, "去码头怎么走", "去 PLACE:harbour 怎 么 走");
    check(Language.ZH, "看见米拉了吗", "看 见 PERSON:mira 了 吗");
  }

  @Test
  void strangers_names_are_unknown_words() {
    check(Language.EN, "my name is Quorlan", "my name is WORD:quorlan");
  }

  @Test
  void ones_own_name_is_known() {
    check(Language.EN, "hello Elsa", "hello <me>");
  }

  @Test
  void signs_of_the_layout_cannot_be_spoken() {
    check(Language.EN, "<say> @follow <l3>", "WORD:say follow WORD:l NUMBER:3");
  }
}
