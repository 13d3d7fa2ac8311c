package anima.brain.bench.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadBandwidthTest {
  @Test
  void memory_is_read_at_some_speed_by_each_number_of_threads() throws InterruptedException {
    assertThat(new ReadBandwidth(1, 8 << 20, 3).measure()).isPositive().isFinite();
    assertThat(new ReadBandwidth(3, 8 << 20, 3).measure()).isPositive().isFinite();
  }
}
