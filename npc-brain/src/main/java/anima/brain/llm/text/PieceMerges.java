package anima.brain.llm.text;

import anima.brain.llm.text.TokenizerJson.Merge;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the merges of a SentencePiece vocabulary: SentencePiece joins the two neighbours whose
 * piece has the highest score, so every way to cut a piece into two others is a merge, ordered by
 * the score of the piece. Stateless; any thread.
 */
public final class PieceMerges {
  /** Longest piece that is cut, in UTF-16 units; published models have up to 48. */
  public static final int PIECE_LENGTH_MAX = 256;

  /** Most merges; published models have under 100,000. */
  static final int MERGES_MAX = 4_000_000;

  private record Scored(Merge merge, int left, int right, float score) {}

  private PieceMerges() {}

  /**
   * Finds all merges; empty when there are more than a model has.
   *
   * @param ids of the pieces that may be joined and that come of it
   * @param scores by id
   */
  public static Optional<List<Merge>> of(Map<String, Integer> ids, float[] scores) {
    List<Scored> found = new ArrayList<>();
    for (Map.Entry<String, Integer> piece : ids.entrySet()) {
      String text = piece.getKey();
      for (int cut = 1; cut < text.length(); cut++) {
        Integer left = ids.get(text.substring(0, cut));
        Integer right = ids.get(text.substring(cut));
        if (left != null && right != null) {
          Merge merge = new Merge(text.substring(0, cut), text.substring(cut));
          found.add(new Scored(merge, left, right, scores[piece.getValue()]));
        }
      }
      if (found.size() > MERGES_MAX) {
        return Optional.empty();
      }
    }
    found.sort(
        Comparator.comparingDouble((Scored merge) -> -merge.score)
            .thenComparingInt(Scored::left)
            .thenComparingInt(Scored::right));
    return Optional.of(found.stream().map(Scored::merge).toList());
  }
}
