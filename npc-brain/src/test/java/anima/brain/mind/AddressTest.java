package anima.brain.mind;

import static org.assertj.core.api.Assertions.assertThat;

import anima.world.Label;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTest {
  private static final Label MIRA = new Label("Mira", "米拉");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Mira, where is the harbour?|true",
        "hey mira come here|true",
        "good morning Mira!|true",
        "follow me mira|true",
        "Have you seen her, Mira?|true",
        "Mira|true",
        "Where is Mira?|false",
        "tell Mira|false",
        "do you like Mira|false",
        "the admiral is here|false",
        "hello|false",
        "米拉，港口在哪里？|true",
        "你好米拉|true",
        "跟我来，米拉！|true",
        "你见过米拉吗？|false",
        "你知道米拉在哪儿吗|false",
      })
  void only_who_is_called_is_addressed(String text, boolean called) {
    assertThat(Address.calls(text, MIRA)).isEqualTo(called);
  }
}
