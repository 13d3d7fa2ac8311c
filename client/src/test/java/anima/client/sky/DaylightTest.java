package anima.client.sky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import anima.world.Weather;
import org.junit.jupiter.api.Test;

class DaylightTest {
  @Test
  void noon_is_brighter_than_dusk_and_dusk_than_night() {
    float noon = Daylight.at(12, Weather.CLEAR).sun().g;
    float dusk = Daylight.at(18, Weather.CLEAR).sun().g;
    float night = Daylight.at(1, Weather.CLEAR).sun().g;
    assertThat(noon).isGreaterThan(dusk);
    assertThat(dusk).isGreaterThan(night);
  }

  @Test
  void lamps_are_lit_at_night_only() {
    assertThat(Daylight.at(12, Weather.CLEAR).night()).isZero();
    assertThat(Daylight.at(23, Weather.CLEAR).night()).isGreaterThan(0.9f);
  }

  @Test
  void the_sun_goes_from_east_to_west() {
    assertThat(Daylight.at(8, Weather.CLEAR).sunDirection().x).isPositive();
    assertThat(Daylight.at(16, Weather.CLEAR).sunDirection().x).isNegative();
    assertThat(Daylight.at(13, Weather.CLEAR).sunDirection().length()).isCloseTo(1, within(1e-4f));
  }

  @Test
  void fog_hides_what_is_far() {
    assertThat(Daylight.at(9, Weather.FOG).hazePerMeter())
        .isGreaterThan(5 * Daylight.at(9, Weather.CLEAR).hazePerMeter());
  }
}
