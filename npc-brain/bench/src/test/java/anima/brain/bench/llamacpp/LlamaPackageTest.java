package anima.brain.bench.llamacpp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LlamaPackageTest {
  @Test
  void each_supported_machine_has_a_package_and_others_have_none() {
    assertThat(LlamaPackage.of("Linux", "amd64"))
        .hasValueSatisfying(found -> assertThat(found.name()).isEqualTo("linux-x64"));
    assertThat(LlamaPackage.of("Linux", "aarch64"))
        .hasValueSatisfying(found -> assertThat(found.name()).isEqualTo("linux-arm64"));
    assertThat(LlamaPackage.of("Mac OS X", "aarch64"))
        .hasValueSatisfying(found -> assertThat(found.name()).isEqualTo("mac-arm64-metal"));
    assertThat(LlamaPackage.of("Windows 11", "amd64"))
        .hasValueSatisfying(found -> assertThat(found.name()).isEqualTo("win-x64"));
    assertThat(LlamaPackage.of("Windows 11", "aarch64")).isEmpty();
    assertThat(LlamaPackage.of("Linux", "riscv64")).isEmpty();
    assertThat(LlamaPackage.of("SunOS", "amd64")).isEmpty();
  }

  @Test
  void names_are_mapped_to_those_of_the_library() {
    assertThat(LlamaLibrary.snake("modelLoadFromFile")).isEqualTo("model_load_from_file");
    assertThat(LlamaLibrary.snake("vocabNTokens")).isEqualTo("vocab_n_tokens");
  }
}
