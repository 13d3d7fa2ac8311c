package anima.tests.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real window under a real X server: what a visitor types and sees. */
class PlayTest {
  private static final Path PICTURES = Path.of("target", "pictures");

  @TempDir private Path home;
  private Path worldFolder;
  private StoredWorld stored;

  @BeforeEach
  void layFolders() {
    worldFolder = home.resolve("world");
    stored = new StoredWorld(worldFolder.resolve("world.db"));
  }

  @Test
  void a_typed_hello_is_answered_on_the_screen() throws IOException {
    Path pixels = Files.createDirectory(home.resolve("screen"));
    try (Screen screen = Screen.start(pixels, 1280, 720);
        AnimaProgram play = play(screen.environment())) {
      screen.awaitWindow("Anima");
      play.await("Ada to come in", () -> !stored.events("Appeared").isEmpty());
      new ChatLine(screen, play, stored).say("hello Mira");
      play.await("an answer", () -> stored.events("Said").stream().anyMatch(this::isAnswer));

      String answer =
          stored.events("Said").stream()
              .filter(this::isAnswer)
              .findFirst()
              .orElseThrow()
              .text("text");
      List<String> words =
          Arrays.stream(answer.toLowerCase(Locale.ROOT).split("[^a-z]+"))
              .filter(word -> word.length() > 3)
              .toList();
      play.await(
          "'" + answer + "' on the screen", () -> words.stream().anyMatch(read(screen)::contains));
      screen.save(PICTURES.resolve("hello.png"));
    }
  }

  @Test
  void a_screenshot_is_taken_and_the_program_ends_well() throws IOException {
    Path pixels = Files.createDirectory(home.resolve("screen"));
    Path picture = PICTURES.toAbsolutePath().resolve("arrival.png");
    Files.deleteIfExists(picture);
    try (Screen screen = Screen.start(pixels, 1280, 720);
        AnimaProgram play =
            play(screen.environment(), "--screenshot", picture.toString(), "--after", "1")) {
      AnimaProgram.Finished finished = play.finish();
      assertThat(finished.exitCode()).as(finished.text()).isZero();
      assertThat(picture).isNotEmptyFile();
    }
  }

  @Test
  void without_a_display_play_says_so_and_opens_the_terminal() throws IOException {
    try (AnimaProgram play = play(Map.of())) {
      play.type("/time\n/quit\n");
      AnimaProgram.Finished finished = play.finish();
      assertThat(finished.exitCode()).as(finished.text()).isZero();
      assertThat(finished.text()).contains("display");
    }
  }

  private AnimaProgram play(Map<String, String> environment, String... more) throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "play",
                "--world",
                worldFolder.toString(),
                "--name",
                "Ada",
                "--preset",
                "low",
                "--language",
                "en",
                "--seed",
                "7"));
    arguments.addAll(List.of(more));
    return AnimaProgram.start(home, environment, arguments.toArray(String[]::new));
  }

  private boolean isAnswer(StoredWorld.Event said) {
    return said.json().has("to") && !said.text("speaker").equals(stored.visitor());
  }

  /** The words in the log of the chat, at the lower left. */
  private static String read(Screen screen) {
    try {
      return screen.read(0, 0.75, 0.6, 0.25);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
