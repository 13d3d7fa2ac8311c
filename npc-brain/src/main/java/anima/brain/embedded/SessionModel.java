package anima.brain.embedded;

import anima.brain.language.TokenModel;
import anima.brain.llm.LlmSession;
import anima.brain.llm.schedule.PacedSteps;

/** A sequence of the runtime as deciders see it, run at a pace; closed by its owner. */
final class SessionModel implements TokenModel, AutoCloseable {
  private final LlmSession session;
  private final PacedSteps steps;

  SessionModel(LlmSession session, PacedSteps steps) {
    this.session = session;
    this.steps = steps;
  }

  @Override
  public float[] prefill(int... ids) {
    return steps.step(() -> session.prefill(ids));
  }

  @Override
  public void truncate(int length) {
    session.truncate(Math.min(length, session.position()));
  }

  @Override
  public void close() {
    session.close();
  }
}
