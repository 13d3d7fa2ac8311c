package anima.brain.language;

import java.util.List;

/**
 * An utterance as the model understood it.
 *
 * @param tokens tokens read and written
 * @param firstTokenMillis time from start to the first token of the answer
 */
record Reading(
    List<Piece> pieces,
    List<String> prompt,
    List<String> answer,
    List<Understood> steps,
    int tokens,
    double firstTokenMillis) {
  Reading {
    pieces = List.copyOf(pieces);
    prompt = List.copyOf(prompt);
    answer = List.copyOf(answer);
    steps = List.copyOf(steps);
  }
}
