package anima.voice;

/**
 * The words of a finished turn.
 *
 * @param text blank if there was none
 * @param confidence mean over the words, 0 to 1
 */
public record Transcript(String text, double confidence) {}
