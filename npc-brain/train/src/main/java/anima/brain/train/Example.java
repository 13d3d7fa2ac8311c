package anima.brain.train;

import anima.brain.language.Piece;
import anima.brain.language.Slots;
import anima.brain.language.Understood;
import anima.world.Language;
import java.util.List;

/**
 * One example: what the model reads and what it is to write.
 *
 * @param phrase the intent of the phrase it was made from
 * @param text the utterance
 * @param slots the numbering of its slots, which is not changed any more
 * @param gold what is to be understood; {@code answer} in tokens
 */
record Example(
    Language language,
    String phrase,
    String text,
    List<Piece> pieces,
    Slots slots,
    List<Understood> gold,
    List<String> prompt,
    List<String> answer) {
  Example {
    pieces = List.copyOf(pieces);
    gold = List.copyOf(gold);
    prompt = List.copyOf(prompt);
    answer = List.copyOf(answer);
  }

  int length() {
    return prompt.size() + answer.size();
  }
}
