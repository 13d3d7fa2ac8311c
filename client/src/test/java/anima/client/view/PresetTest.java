package anima.client.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PresetTest {
  @Test
  void a_preset_is_found_by_its_name() throws BadOptionException {
    assertThat(Preset.named(" High ")).isEqualTo(Preset.HIGH);
  }

  @Test
  void an_unknown_preset_gets_a_sentence_with_the_known_ones() {
    assertThatThrownBy(() -> Preset.named("ultra"))
        .isInstanceOf(BadOptionException.class)
        .hasMessage("There is no graphics preset 'ultra'; choose one of low, medium, high.");
  }

  @Test
  void linux_without_a_display_is_told_so() {
    assertThat(Client.displayMissing("Linux", Map.of()).orElseThrow()).contains("DISPLAY");
    assertThat(Client.displayMissing("Linux", Map.of("DISPLAY", ":0"))).isEmpty();
    assertThat(Client.displayMissing("Windows 11", Map.of())).isEmpty();
  }

  @Test
  void drivers_that_draw_with_the_processor_are_known() {
    assertThat(GraphicsCard.isSoftware("llvmpipe (LLVM 15.0.6, 256 bits)")).isTrue();
    assertThat(GraphicsCard.isSoftware("NVIDIA GeForce RTX 3060/PCIe/SSE2")).isFalse();
  }
}
