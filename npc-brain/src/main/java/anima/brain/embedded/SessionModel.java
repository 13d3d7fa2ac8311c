package anima.brain.embedded;

import anima.brain.language.TokenModel;
import anima.brain.llm.LlmSession;

/** A sequence of the runtime as deciders see it; closed by its owner. */
final class SessionModel implements TokenModel, AutoCloseable {
  private final LlmSession session;

  SessionModel(LlmSession session) {
    this.session = session;
  }

  @Override
  public float[] prefill(int... ids) {
    return session.prefill(ids);
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
