package anima.client.hud;

import static org.assertj.core.api.Assertions.assertThat;

import anima.client.input.Command;
import anima.world.Language;
import anima.world.Refusal;
import anima.world.Weather;
import org.junit.jupiter.api.Test;

class TextsTest {
  @Test
  void both_languages_say_the_same_things() {
    assertThat(new Texts(Language.ZH).keys()).isEqualTo(new Texts(Language.EN).keys());
  }

  @Test
  void every_command_and_weather_has_words() {
    Texts texts = new Texts(Language.ZH);
    for (Command command : Command.values()) {
      assertThat(texts.of("help." + command)).isNotBlank();
    }
    for (Weather weather : Weather.values()) {
      assertThat(texts.of("weather." + weather)).isNotBlank();
    }
    assertThat(texts.of("refused." + Refusal.TOO_FAR)).isNotBlank();
  }

  @Test
  void values_are_filled_in() {
    assertThat(new Texts(Language.EN).of("chat.to", "Mira")).isEqualTo("To Mira");
  }
}
