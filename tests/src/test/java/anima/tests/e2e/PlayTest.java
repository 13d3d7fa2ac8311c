package anima.tests.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real window under a real X server: what a visitor types and sees. */
class PlayTest {
  private static final Path PICTURES = Path.of("target", "pictures");

  /** A voice some metres away is about three times as loud. */
  private static final double VOICE_PEAK_MIN = 0.05;

  @TempDir private Path home;
  private Path worldFolder;
  private StoredWorld stored;

  @BeforeEach
  void layFolders() {
    worldFolder = home.resolve("world");
    stored = new StoredWorld(worldFolder.resolve("world.db"));
  }

  @Test
  void a_typed_hello_is_answered_on_the_screen_and_aloud() throws IOException {
    Path pixels = Files.createDirectory(home.resolve("screen"));
    Loudspeaker loudspeaker = Loudspeaker.in(home);
    try (Screen screen = Screen.start(pixels, 1280, 720);
        AnimaProgram play = play(with(screen.environment(), loudspeaker.environment()))) {
      screen.awaitWindow("Anima");
      play.await("Ada to come in", () -> !stored.events("Appeared").isEmpty());
      new ChatLine(screen, play, stored).say("hello Mira");
      play.await("an answer", () -> stored.events("Said").stream().anyMatch(this::isAnswer));

      play.await(
          "Mira's answer on the screen",
          () -> wordsOfAnswers("hello mira").stream().anyMatch(read(screen)::contains));
      screen.save(PICTURES.resolve("hello.png"));
      play.await("Mira's voice", () -> loudspeaker.peak() > VOICE_PEAK_MIN);
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

  private static Map<String, String> with(Map<String, String> one, Map<String, String> other) {
    Map<String, String> all = new HashMap<>(one);
    all.putAll(other);
    return all;
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

  /** Words of all that was answered so far, but for those that the visitor said. */
  private List<String> wordsOfAnswers(String said) {
    return stored.events("Said").stream()
        .filter(this::isAnswer)
        .map(answer -> answer.text("text").toLowerCase(Locale.ROOT))
        .flatMap(answer -> Arrays.stream(answer.split("[^a-z]+")))
        .filter(word -> word.length() > 2 && !said.contains(word))
        .toList();
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
