package anima.brain.embedded;

import anima.brain.language.AnswerWriter;
import anima.brain.language.Decider;
import anima.brain.language.Decision;
import anima.brain.language.Situation;
import java.util.function.BooleanSupplier;

/** A decider with the sequence that it reads by; used and closed by one thread at a time. */
public final class OwnedDecider implements Decider, AutoCloseable {
  private final Decider decider;
  private final AnswerWriter writer;
  private final SessionModel sequence;

  OwnedDecider(Decider decider, AnswerWriter writer, SessionModel sequence) {
    this.decider = decider;
    this.writer = writer;
    this.sequence = sequence;
  }

  @Override
  public Decision decide(Situation situation, long seed, BooleanSupplier cancelled) {
    return decider.decide(situation, seed, cancelled);
  }

  /** What it reads with, for those who measure it; not beside {@link #decide}. */
  public AnswerWriter writer() {
    return writer;
  }

  @Override
  public void close() {
    sequence.close();
  }
}
