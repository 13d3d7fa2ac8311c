package anima.brain.mind;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueHourTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "noon|9|12",
        "at midnight|9|0",
        "tomorrow morning|20|8",
        "this afternoon|9|15",
        "at seven|9|19",
        "seven in the morning|9|7",
        "at seven in the evening|9|19",
        "half past three|10|15.5",
        "at 10|9|10",
        "10:30|9|10.5",
        "in two hours|9|11",
        "in an hour|23.5|0.5",
        "in 30 minutes|9|9.5",
        "中午|9|12",
        "傍晚|9|19",
        "下午三点半|9|15.5",
        "早上七点|9|7",
        "十二点|9|12",
        "今晚八点|9|20",
      })
  void words_of_time_name_an_hour(String words, double now, double hour) {
    assertThat(DueHour.of(words, now)).hasValue(hour);
  }

  @Test
  void other_words_name_none() {
    assertThat(DueHour.of("when the cat comes home", 9)).isEmpty();
  }
}
