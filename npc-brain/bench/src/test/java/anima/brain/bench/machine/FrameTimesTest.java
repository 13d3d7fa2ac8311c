package anima.brain.bench.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FrameTimesTest {
  @Test
  void one_frame_in_a_hundred_is_slower_than_the_named_one() {
    double[] millis = IntStream.rangeClosed(1, 200).mapToDouble(i -> 201 - i).toArray();
    assertThat(FrameTimes.of(millis)).isEqualTo(new FrameTimes(200, 100, 198));
    assertThat(FrameTimes.of(7)).isEqualTo(new FrameTimes(1, 7, 7));
  }

  @Test
  void a_line_is_read_as_it_was_written_and_noise_is_not() {
    FrameTimes times = new FrameTimes(60, 8.25, 16.5);
    assertThat(FrameTimes.parse(times.line())).hasValue(times);
    assertThat(FrameTimes.parse("Picked up something")).isEmpty();
    assertThat(FrameTimes.parse("anima-frames {broken")).isEmpty();
  }
}
