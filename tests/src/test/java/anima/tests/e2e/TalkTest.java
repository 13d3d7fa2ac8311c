package anima.tests.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scriptable door, with the real world, store and embedded mind behind it. */
class TalkTest {
  @TempDir private Path home;

  @Test
  void mira_tells_the_way_to_the_harbour() throws IOException {
    AnimaProgram.Finished talk = talk("w", "@Mira where is the harbour?\n/quit\n");
    assertThat(talk.exitCode()).as(talk.text()).isZero();
    assertThat(said(talk, "Mira")).as(talk.text()).isNotEmpty();
  }

  @Test
  void mira_answers_in_chinese_when_asked_in_chinese() throws IOException {
    AnimaProgram.Finished talk = talk("w", "@Mira 你好\n/quit\n");
    assertThat(said(talk, "Mira"))
        .as(talk.text())
        .anyMatch(line -> line.codePoints().anyMatch(c -> c >= 0x4E00 && c <= 0x9FFF));
  }

  @Test
  void whoever_is_asked_to_follow_comes_along() throws IOException {
    AnimaProgram.Finished talk =
        talk("w", "@Mira follow me\n/walk mill\n/wait 20\n/where Mira\n/where me\n/quit\n");
    assertThat(talk.lines()).anyMatch(line -> line.startsWith("* Mira follows you"));
    double[] mira = position(talk.lines(), 0);
    double[] me = position(talk.lines(), 1);
    assertThat(Math.hypot(mira[0] - me[0], mira[2] - me[2]))
        .as(talk.text())
        .isCloseTo(0, within(8.0));
  }

  @Test
  void the_same_script_and_seed_give_the_same_talk() throws IOException {
    String script = "hello everyone\n@Mira what do you sell?\n@Bo who are you?\n/time\n/quit\n";
    assertThat(talk("one", script).lines()).isEqualTo(talk("two", script).lines());
  }

  @Test
  void the_world_goes_on_where_it_was_left() throws IOException {
    AnimaProgram.Finished before =
        talk("w", "@Mira follow me\n/walk mill\n/wait 20\n@Mira wait here\n/where Mira\n/quit\n");
    AnimaProgram.Finished after = talk("w", "/where Mira\n/quit\n");
    double[] then = position(before.lines(), 0);
    double[] now = position(after.lines(), 0);
    assertThat(Math.hypot(then[0] - now[0], then[2] - now[2])).isLessThan(3);
  }

  @Test
  void a_name_that_nobody_has_gets_the_nearest_ones() throws IOException {
    AnimaProgram.Finished talk = talk("w", "@Mirra hello\n/jump\n/walk harbr\n/quit\n");
    assertThat(talk.text()).contains("Mira").contains("harbour").contains("/");
  }

  private AnimaProgram.Finished talk(String world, String script) throws IOException {
    return AnimaProgram.run(
        home,
        script,
        "talk",
        "--world",
        home.resolve(world).toString(),
        "--seed",
        "7",
        "--name",
        "Ada");
  }

  private static List<String> said(AnimaProgram.Finished talk, String name) {
    return talk.lines().stream().filter(line -> line.startsWith(name + ": ")).toList();
  }

  /** Coordinates of the nth answer to {@code /where}: {@code NAME x y z}. */
  static double[] position(List<String> lines, int index) {
    String line =
        lines.stream()
            .filter(l -> l.matches("\\S+( -?\\d+(\\.\\d+)?){3}"))
            .skip(index)
            .findFirst()
            .orElseThrow(() -> new AssertionError("no position in\n" + String.join("\n", lines)));
    return Arrays.stream(line.split(" ")).skip(1).mapToDouble(Double::parseDouble).toArray();
  }
}
