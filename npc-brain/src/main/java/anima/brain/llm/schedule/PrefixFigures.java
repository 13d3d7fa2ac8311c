package anima.brain.llm.schedule;

/**
 * How a prefix cache does.
 *
 * @param lookups texts that were looked up
 * @param hits of those, how many began like something known
 * @param restoredTokens tokens that were not computed again
 * @param evictedTokens tokens that were dropped for want of memory
 * @param nodes stretches of text that are kept
 * @param bytes memory that they take
 */
public record PrefixFigures(
    long lookups, long hits, long restoredTokens, long evictedTokens, int nodes, long bytes) {
  static final PrefixFigures NONE = new PrefixFigures(0, 0, 0, 0, 0, 0);
}
