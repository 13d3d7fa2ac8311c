package anima.brain.llm.schedule;

/**
 * What a text cost.
 *
 * @param promptTokens tokens of the prompt
 * @param cachedTokens of those, how many were restored instead of computed
 * @param draftedTokens tokens that were guessed ahead
 * @param acceptedTokens of those, how many were right
 * @param waitedMillis from asking to the first run of the graph
 * @param firstTokenMillis from asking to the first token; 0 when there was none
 * @param totalMillis from asking to the end
 */
public record GenerateFigures(
    int promptTokens,
    int cachedTokens,
    int draftedTokens,
    int acceptedTokens,
    double waitedMillis,
    double firstTokenMillis,
    double totalMillis) {}
