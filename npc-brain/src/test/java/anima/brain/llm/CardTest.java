package anima.brain.llm;

import static org.assertj.core.api.Assertions.assertThat;

import anima.brain.llm.engine.ChildJvm;
import anima.brain.llm.engine.DeviceChoice;
import anima.brain.llm.engine.SoftwareCard;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * The tests of the model once more, on a graphics card made of software. They need a process of
 * their own: which natives it loads is settled when the runtime starts.
 */
final class CardTest {
  private static final Duration TIMEOUT = Duration.ofMinutes(10);

  @Test
  void the_model_agrees_with_the_reference_on_a_graphics_card() throws Exception {
    ChildJvm process =
        SoftwareCard.assume()
            .newProcess(TIMEOUT)
            .withProperty(TestDevice.PROPERTY, DeviceChoice.GPU.name());
    ChildJvm.Ended ended = process.run(CardTestMain.class);
    assertThat(ended.exitCode()).describedAs(ended.output()).isZero();
    assertThat(ended.output()).containsPattern("[1-9]\\d+ succeeded, 0 failed");
  }
}
