package anima.brain.language;

import java.util.List;

/**
 * What a mind makes of an utterance.
 *
 * @param steps what was asked for, in order; one or two
 * @param say the words to speak, filled in
 * @param why what it was taken for and what was known, for whoever asks
 * @param tokens tokens that the model read and wrote
 * @param firstTokenMillis time from start to the first token of the answer
 */
public record Decision(
    List<Step> steps, String say, String why, int tokens, double firstTokenMillis) {
  public Decision {
    steps = List.copyOf(steps);
  }
}
