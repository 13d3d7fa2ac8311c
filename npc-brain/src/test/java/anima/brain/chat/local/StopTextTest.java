package anima.brain.chat.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class StopTextTest {
  private static String let(StopText stops, String... pieces) {
    StringBuilder through = new StringBuilder();
    for (String piece : pieces) {
      through.append(stops.take(piece)).append('|');
    }
    return through.append(stops.finish()).toString();
  }

  @Test
  void what_may_become_a_stop_text_is_held_back() {
    assertThat(let(new StopText(List.of("END")), "a E", "N", "x E", "ND b"))
        .isEqualTo("a ||ENx ||");
    assertThat(let(new StopText(List.of("END")), "EN")).isEqualTo("|EN");
    assertThat(let(new StopText(List.of("aab")), "aaa", "b!")).isEqualTo("a||");
    assertThat(let(new StopText(List.of()), "any")).isEqualTo("any|");
  }

  @Test
  void the_first_of_several_counts() {
    StopText stops = new StopText(List.of("two", "one"));
    assertThat(let(stops, "zero one two")).isEqualTo("zero |");
    assertThat(stops.found()).contains("one");
  }

  @Test
  void the_text_is_the_same_however_it_is_cut() {
    Random random = new Random(2);
    for (int round = 0; round < 2_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 40; i++) {
        text.append("abc".charAt(random.nextInt(3)));
      }
      String stop = "abc".substring(random.nextInt(2)) + "ab".charAt(random.nextInt(2)) + "c";
      int at = text.indexOf(stop);
      StopText stops = new StopText(List.of(stop));
      StringBuilder through = new StringBuilder();
      for (int i = 0; i < text.length(); ) {
        int end = Math.min(text.length(), i + 1 + random.nextInt(4));
        through.append(stops.take(text.substring(i, end)));
        i = end;
      }
      through.append(stops.finish());
      assertThat(through.toString()).isEqualTo(at < 0 ? text.toString() : text.substring(0, at));
    }
  }
}
