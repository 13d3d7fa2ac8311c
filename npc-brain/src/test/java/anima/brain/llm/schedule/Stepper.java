package anima.brain.llm.schedule;

import anima.brain.llm.Llm;
import java.util.concurrent.atomic.AtomicLong;

/** A scheduler whose steps and clock are in the test's hands. */
final class Stepper {
  private static final int STEPS_MAX = 10_000;

  final AtomicLong nanos = new AtomicLong();
  final WaitingLine line;
  final StepLoop loop;
  private long number;

  Stepper(Llm llm, SchedulerOptions options) {
    this(llm, options, llm::decode);
  }

  Stepper(Llm llm, SchedulerOptions options, Decoder decoder) {
    line = new WaitingLine(options.waitingMax());
    loop = new StepLoop(llm, options, decoder, line, Runnable::run, nanos::get);
  }

  Generation submit(GenerateRequest request) {
    Sequence sequence = loop.newSequence(request, number++);
    line.join(sequence);
    return sequence.generation;
  }

  /** Steps until nothing is left to do; returns how many steps it took. */
  int drain() {
    int steps = 0;
    while (loop.step()) {
      steps++;
      if (steps > STEPS_MAX) {
        throw new AssertionError("no end after " + steps + " steps");
      }
    }
    return steps;
  }

  static Generated outcome(Generation generation) {
    Generated outcome = generation.done().getNow(null);
    if (outcome == null) {
      throw new AssertionError("not done");
    }
    return outcome;
  }
}
