package anima.voice.vosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anima.voice.SpokenLanguage;
import anima.voice.VoiceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every damage below ends the process, or worse, if the native library sees it. */
class ModelFolderTest {
  private static final Path FIXTURE = Path.of("../tests/voice-fixture/model");

  @TempDir private Path temp;
  private Path model;

  @BeforeEach
  void copy() throws IOException {
    model = temp.resolve("model");
    try (Stream<Path> all = Files.walk(FIXTURE)) {
      for (Path path : all.toList()) {
        Files.copy(path, model.resolve(FIXTURE.relativize(path).toString()));
      }
    }
  }

  @Test
  void a_whole_model_passes() throws VoiceException {
    assertThat(ModelFolder.check(model).takesGrammar()).isTrue();
  }

  @Test
  void no_folder_is_told() {
    check(temp.resolve("nowhere"), "There is no voice model folder at");
  }

  @Test
  void a_foreign_folder_is_told_apart() throws IOException {
    check(temp, "is not a voice model: no am");
    Files.writeString(temp.resolve("final.mdl"), "x");
    check(temp, "it has the old layout");
  }

  @Test
  void a_missing_file_is_named() throws IOException {
    Files.delete(model.resolve("graph/Gr.fst"));
    check(model, "it has no graph/Gr.fst");
  }

  @Test
  void an_acoustic_model_cut_short_is_damaged() throws IOException {
    cut("am/final.mdl", 1_000_000);
    check(model, "am/final.mdl is cut short");
    cut("am/final.mdl", 10);
    check(model, "am/final.mdl is not an acoustic model");
    cut("am/final.mdl", 0);
    check(model, "am/final.mdl is empty");
  }

  @Test
  void a_graph_cut_short_is_damaged() throws IOException {
    cut("graph/Gr.fst", 60);
    check(model, "graph/Gr.fst is cut short");
    Files.writeString(model.resolve("graph/HCLr.fst"), "<html>not found</html>");
    check(model, "graph/HCLr.fst is not a graph");
  }

  @Test
  void a_model_for_telephones_is_foreign() throws IOException {
    Files.writeString(model.resolve("conf/mfcc.conf"), "--sample-frequency=8000\n");
    check(model, "it is not for sound of 16 kHz");
  }

  @Test
  void damage_that_only_the_recogniser_sees_ends_the_trial_and_not_us() throws IOException {
    Path acoustic = model.resolve("am/final.mdl");
    Files.writeString(acoustic, Files.readString(acoustic).replace("<Nnet3>", "<Nnet4>"));
    check(model, "the recogniser fails on it");
  }

  @Test
  void a_graph_that_has_lost_a_third_ends_the_trial_and_not_us() throws IOException {
    cut("graph/HCLr.fst", (int) Files.size(model.resolve("graph/HCLr.fst")) * 2 / 3);
    check(model, "damaged");
  }

  @Test
  void unfit_phrases_are_told() throws VoiceException {
    try (VoskModel loaded = VoskModel.open(model, SpokenLanguage.EN)) {
      assertThatThrownBy(() -> loaded.recognizer(List.of())).hasMessageContaining("1 to 2000");
      assertThatThrownBy(() -> loaded.recognizer(List.of(" "))).hasMessageContaining("1 to 200 ");
    }
  }

  private void cut(String name, int bytes) throws IOException {
    Path file = model.resolve(name);
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), bytes));
  }

  private static void check(Path folder, String sentence) {
    assertThatThrownBy(() -> VoskModel.open(folder, SpokenLanguage.EN).close())
        .isInstanceOf(VoiceException.class)
        .hasMessageContaining(sentence);
  }
}
