package anima.brain.llm.schedule;

import anima.brain.llm.LlmSession;
import java.util.List;

/** One run of the graph for several sequences. */
@FunctionalInterface
interface Decoder {
  /**
   * Appends to each session its token.
   *
   * @return for each session, the logits of what follows; shape [sessions][vocabulary]
   */
  float[][] decode(List<LlmSession> sessions, int... ids);
}
