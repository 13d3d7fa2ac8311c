package anima.client.local;

import anima.brain.language.Decider;

/** Something that decides for inhabitants, with all it holds open; for one thread at a time. */
public interface ThinkingMind extends AutoCloseable {
  Decider decider();

  @Override
  void close();
}
