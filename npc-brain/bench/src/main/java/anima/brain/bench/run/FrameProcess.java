package anima.brain.bench.run;

import anima.brain.bench.machine.FrameProgram;
import anima.brain.bench.machine.FrameTimes;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A process that draws frames all the time. Owned by one thread. */
final class FrameProcess implements AutoCloseable {
  private static final double ANSWER_SECONDS_MAX = 60;

  private final ChildProcess child;

  private FrameProcess(ChildProcess child) {
    this.child = child;
  }

  /** Starts it; afterwards it draws. */
  static FrameProcess start() throws ChildException, InterruptedException {
    ChildProcess child;
    try {
      child = ChildProcess.start(FrameProgram.class, List.of());
    } catch (IOException e) {
      throw new ChildException("the process could not be started: " + e.getMessage());
    }
    try {
      child.await(line -> Optional.of(line).filter(FrameProgram.READY::equals), ANSWER_SECONDS_MAX);
      return new FrameProcess(child);
    } catch (ChildException e) {
      child.close();
      throw e;
    }
  }

  /** The frames since the last call. */
  FrameTimes take() throws ChildException, InterruptedException {
    child.send("times");
    return child.await(FrameTimes::parse, ANSWER_SECONDS_MAX);
  }

  @Override
  public void close() {
    child.close();
  }
}
