package anima.voice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Flags of frames in, steps out: '#' is speech, '.' silence; B begin, + go on, E end, - idle. */
class TurnDetectorTest {
  /** Onset 60 ms, silence 100 ms, longest turn 1 s. */
  private static final EarOptions OPTIONS = new EarOptions("visitor", 60, 100, 0, 0, 1_000, 0);

  @Test
  void a_turn_begins_when_speech_prevails_and_ends_after_silence() {
    check("..####......", "----B+++++E-");
  }

  @Test
  void a_short_pause_does_not_end_a_turn() {
    check("###....##.....", "--B++++++++++E");
  }

  @Test
  void single_frames_of_speech_are_no_turn() {
    check("#.....#.....#....#", "------------------");
  }

  @Test
  void a_turn_that_does_not_end_is_ended() {
    String speech = "#".repeat(53);
    check(speech, "--B" + "+".repeat(49) + "E");
  }

  @Test
  void a_held_key_begins_and_ends_a_turn_whatever_is_heard() {
    TurnDetector turn = new TurnDetector(OPTIONS);
    assertThat(turn.next(true, false)).isEqualTo(TurnDetector.Step.IDLE);
    assertThat(turn.next(false, true)).isEqualTo(TurnDetector.Step.BEGIN);
    for (int i = 0; i < 20; i++) {
      assertThat(turn.next(false, true)).isEqualTo(TurnDetector.Step.GO_ON);
    }
    assertThat(turn.next(true, false)).isEqualTo(TurnDetector.Step.END);
    assertThat(turn.next(true, false)).isEqualTo(TurnDetector.Step.IDLE);
  }

  private static void check(String frames, String expected) {
    TurnDetector turn = new TurnDetector(OPTIONS);
    StringBuilder steps = new StringBuilder();
    for (int i = 0; i < frames.length(); i++) {
      steps.append(
          switch (turn.next(frames.charAt(i) == '#')) {
            case IDLE -> '-';
            case BEGIN -> 'B';
            case GO_ON -> '+';
            case END -> 'E';
          });
    }
    assertThat(steps).hasToString(expected);
  }
}
