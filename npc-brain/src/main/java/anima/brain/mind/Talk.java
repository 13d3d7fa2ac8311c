package anima.brain.mind;

import anima.brain.language.Step;
import anima.brain.language.Turn;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last turns of a talk with one person. Owned by the thread of its mind. */
final class Talk {
  /** Most turns that are kept; the oldest go. */
  static final int TURNS_MAX = 4;

  private final Deque<Turn> turns = new ArrayDeque<>();
  private long lastTick;

  /** Begins anew when the last word is too old to refer to. */
  void openAt(long tick, long forgetTicks) {
    if (tick - lastTick > forgetTicks) {
      turns.clear();
    }
    lastTick = tick;
  }

  /** What was heard has been understood; what is answered to it comes by {@link #said}. */
  void heard(String text, List<Step> steps) {
    if (turns.size() == TURNS_MAX) {
      turns.removeFirst();
    }
    turns.addLast(new Turn(text, steps, ""));
  }

  /** A sentence was spoken: only then it belongs to what was said. */
  void said(String sentence, long tick) {
    Turn last = turns.pollLast();
    if (last != null) {
      String all = last.said().isEmpty() ? sentence : last.said() + " " + sentence;
      turns.addLast(new Turn(last.heard(), last.steps(), all));
    }
    lastTick = tick;
  }

  List<Turn> turns() {
    return List.copyOf(turns);
  }
}
