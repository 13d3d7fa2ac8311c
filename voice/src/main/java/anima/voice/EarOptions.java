package anima.voice;

/**
 * How an {@link Ear} listens.
 *
 * @param speaker who speaks into this microphone; copied into each {@link Utterance}
 * @param onsetMillis so much speech within the last {@code 2 × onsetMillis} begins a turn
 * @param silenceMillis so much silence ends it
 * @param leadMillis so much sound before the onset belongs to the turn, or its first consonant is
 *     lost
 * @param voicedMillisMin a turn with fewer vowels in it (sound with a pitch) was a noise
 * @param turnMillisMax a turn is ended after so long even if speech goes on
 * @param confidenceMin below this mean confidence nothing was said
 */
public record EarOptions(
    String speaker,
    int onsetMillis,
    int silenceMillis,
    int leadMillis,
    int voicedMillisMin,
    int turnMillisMax,
    double confidenceMin) {
  public EarOptions {
    if (onsetMillis < AudioFrame.MILLIS
        || silenceMillis < AudioFrame.MILLIS
        || leadMillis < 0
        || leadMillis > 1_000
        || voicedMillisMin < 0
        || turnMillisMax < 1_000
        || turnMillisMax > 60_000) {
      throw new IllegalArgumentException("unfit times for an ear");
    }
    if (!(confidenceMin >= 0 && confidenceMin <= 1)) {
      throw new IllegalArgumentException("confidence is 0 to 1, not " + confidenceMin);
    }
  }

  /** What was found good in a quiet room. */
  public static EarOptions of(String speaker) {
    return new EarOptions(speaker, 80, 450, 300, 60, 15_000, 0.5);
  }
}
