package anima.client.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anima.client.local.FailureException;
import anima.client.local.KeywordDecider;
import anima.client.local.LocalOptions;
import anima.client.local.LocalWorld;
import anima.client.local.Places;
import anima.world.Language;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptTest {
  @TempDir Path folder;

  @Test
  void a_question_by_name_is_answered_before_the_next_line_is_read() throws FailureException {
    List<String> out = run("first", "@Mira where is the harbour?", "/time", "/quit", "/who");
    assertThat(out)
        .containsSubsequence(
            "* Mira points to the harbour", "Mira: I will show you.", "Mira: It is not far.");
    assertThat(out.get(out.size() - 1)).matches("09:3\\d, clear");
  }

  @Test
  void a_follower_comes_along_and_is_where_it_says() throws FailureException {
    List<String> out =
        run("follow", "@Mira follow me", "/walk harbour", "/wait 5", "/where me", "/where Mira");
    assertThat(out).contains("* Mira follows you", "* You reach the harbour");
    double[] me = numbers(out.get(out.size() - 2));
    double[] mira = numbers(out.get(out.size() - 1));
    assertThat(Math.hypot(me[0] - mira[0], me[2] - mira[2])).isLessThan(4);
    assertThat(me[2]).isGreaterThan(35);
  }

  @Test
  void what_is_bought_is_offered_and_taken() throws FailureException {
    assertThat(run("trade", "@Mira sell me a rope", "/walk Mira", "@Mira a rope please", "/take"))
        .contains("Mira: Come a little closer, I cannot reach you.")
        .contains("* Mira offers you 1 rope for 4 coins (/take)")
        .last()
        .isEqualTo("* Mira sells you 1 rope for 4 coins");
  }

  @Test
  void the_same_seed_and_script_give_the_same_output() throws FailureException {
    String[] script = {"@Mira hello", "/wait 60", "@Bo where is the mill?", "/wait 200", "/who"};
    assertThat(run("twin-a", script)).isEqualTo(run("twin-b", script)).isNotEmpty();
  }

  @Test
  void everyone_is_where_they_were_after_a_restart() throws FailureException {
    run("again", "@Mira follow me", "/walk harbour", "/wait 3", "@Mira stop");
    List<String> before = run("again", "/where Mira");
    assertThat(numbers(before.get(0))[2]).isGreaterThan(30);
  }

  @Test
  void what_is_unknown_gets_one_sentence_with_the_nearest() throws FailureException {
    assertThat(
            run("bad", "/wehre Mira", "/where Mirra", "/walk harbor", "/walk harbuor", "@Mirra hi"))
        .contains(
            "There is no command '/wehre'; did you mean /where?",
            "There is nobody called 'Mirra'; did you mean Mira?",
            "There is no place 'harbuor'; did you mean harbour?",
            "There is nobody 'Mirra'; did you mean Mira?");
  }

  @Test
  void a_message_of_a_megabyte_is_one_sentence() throws FailureException {
    assertThat(run("long", "@Mira " + "a".repeat(1 << 20), "/wait -3", "/take"))
        .contains(
            "That is too long: at most 500 characters can be said at once.",
            "'-3' is no number of seconds from 0 to 86400.",
            "Nobody offers you anything now.");
  }

  @Test
  void chinese_is_spoken_throughout() throws FailureException {
    List<String> out = run(Language.ZH, "zh", "@米拉 跟我来", "/哪里", "/time");
    assertThat(out).contains("* 米拉跟着你走", "米拉: 好的。");
    assertThat(out).last().asString().endsWith("晴");
  }

  @Test
  void a_name_with_control_characters_does_not_come_in() throws FailureException {
    LocalOptions options =
        new LocalOptions(folder, Places.haven(), Optional.empty(), Language.EN, 5);
    LocalWorld world = LocalWorld.stepped(options, new KeywordDecider());
    assertThatThrownBy(
            () ->
                TalkProgram.script(
                    world, "A\u0007da", Language.EN, new StringReader(""), System.out))
        .isInstanceOf(FailureException.class)
        .message()
        .contains("control")
        .doesNotContain("\n");
  }

  private List<String> run(String world, String... lines) throws FailureException {
    return run(Language.EN, world, lines);
  }

  private List<String> run(Language language, String name, String... lines)
      throws FailureException {
    LocalOptions options =
        new LocalOptions(folder.resolve(name), Places.haven(), Optional.empty(), language, 5);
    LocalWorld world = LocalWorld.stepped(options, new KeywordDecider());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8);
    StringReader in = new StringReader(String.join("\n", lines) + "\n");
    assertThat(TalkProgram.script(world, "Visitor", language, in, out)).isZero();
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private static double[] numbers(String line) {
    String[] parts = line.split(" ", -1);
    return new double[] {
      Double.parseDouble(parts[1]), Double.parseDouble(parts[2]), Double.parseDouble(parts[3])
    };
  }
}
