package anima.brain.kernel;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last requests and what became of them; the oldest are dropped. Guarded by itself. */
final class Traces {
  static final int KEPT_MAX = 128;

  private final Deque<Trace> kept = new ArrayDeque<>();

  synchronized void add(Trace trace) {
    if (kept.size() == KEPT_MAX) {
      kept.removeFirst();
    }
    kept.addLast(trace);
  }

  synchronized List<Trace> of(String who) {
    return kept.stream().filter(trace -> trace.who().equals(who)).toList();
  }
}
