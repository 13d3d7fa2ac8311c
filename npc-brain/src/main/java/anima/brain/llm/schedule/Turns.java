package anima.brain.llm.schedule;

import java.util.Comparator;
import java.util.List;

/**
 * Chooses who takes part in the next step. While a person waits, background thinking stands aside,
 * because each sequence more makes the run longer; but now and then it takes part, so that it comes
 * to an end. Owned by the scheduler's thread.
 */
final class Turns {
  /** Background thinking takes part in each so many-th step while a person waits. */
  static final int BACKGROUND_STEPS = 8;

  private Turns() {}

  /** Those whose turn it is, the most urgent first. */
  static List<Sequence> next(List<Sequence> active, long nowNanos) {
    boolean personWaits =
        active.stream().anyMatch(sequence -> sequence.request.rank() == Rank.PERSON_WAITS);
    for (Sequence sequence : active) {
      boolean aside = personWaits && sequence.request.rank() == Rank.BACKGROUND;
      sequence.stepsAside = aside ? (sequence.stepsAside + 1) % BACKGROUND_STEPS : 0;
    }
    return active.stream()
        .filter(sequence -> sequence.stepsAside == 0)
        .sorted(
            Comparator.comparingLong((Sequence sequence) -> sequence.agedRank(nowNanos))
                .thenComparingLong(sequence -> sequence.number))
        .toList();
  }
}
