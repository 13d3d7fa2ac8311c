package anima.client.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anima.client.view.BadOptionException;
import com.jme3.input.KeyInput;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyBindingsTest {
  @TempDir private Path folder;

  @Test
  void the_file_is_written_for_people_to_change() throws Exception {
    Path file = folder.resolve("new/keys.properties");
    assertThat(KeyBindings.read(file).key(Command.FORWARD)).isEqualTo("W");
    Files.writeString(file, Files.readString(file).replace("forward = W", "forward = up"));
    assertThat(KeyBindings.read(file).code(Command.FORWARD)).isEqualTo(KeyInput.KEY_UP);
  }

  @Test
  void an_unknown_key_gets_a_sentence() throws Exception {
    Path file = Files.writeString(folder.resolve("keys.properties"), "run = WARP");
    assertThatThrownBy(() -> KeyBindings.read(file))
        .isInstanceOf(BadOptionException.class)
        .hasMessageContaining("run")
        .hasMessageContaining("WARP");
  }

  @Test
  void an_unknown_command_gets_a_sentence() throws Exception {
    Path file = Files.writeString(folder.resolve("keys.properties"), "fly = F");
    assertThatThrownBy(() -> KeyBindings.read(file)).hasMessageContaining("fly");
  }
}
