package anima.brain.llm.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

final class TeamTest {
  private static final int STEPS = 20_000;

  @Test
  void every_member_does_its_part_of_every_step() {
    AtomicIntegerArray done = new AtomicIntegerArray(3);
    try (Team team = new Team(3)) {
      for (int step = 1; step <= STEPS; step++) {
        team.run(done::incrementAndGet);
        for (int part = 0; part < 3; part++) {
          assertThat(done.get(part)).isEqualTo(step);
        }
      }
    }
  }

  @Test
  void a_part_that_fails_ends_its_step_and_no_other() {
    try (Team team = new Team(3)) {
      for (int failing = 0; failing < 3; failing++) {
        int which = failing;
        assertThatThrownBy(
                () ->
                    team.run(
                        part -> {
                          if (part == which) {
                            throw new IllegalStateException("part " + part);
                          }
                        }))
            .isInstanceOf(IllegalStateException.class)
            .hasStackTraceContaining("part " + which);
      }
      AtomicIntegerArray done = new AtomicIntegerArray(3);
      team.run(done::incrementAndGet);
      assertThat(done.toString()).isEqualTo("[1, 1, 1]");
    }
  }
}
