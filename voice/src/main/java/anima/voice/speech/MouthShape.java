package anima.voice.speech;

/**
 * A shape of the mouth, from the end of the one before.
 *
 * @param endMillis since the first sample of the speech
 */
public record MouthShape(Viseme viseme, int endMillis) {}
