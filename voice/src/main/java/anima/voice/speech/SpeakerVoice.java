package anima.voice.speech;

import java.util.SplittableRandom;

/**
 * How one character sounds, as factors of the synthesiser's own voice.
 *
 * @param pitch of the fundamental frequency, 0.5 to 2
 * @param rate of speed, 0.5 to 2
 * @param tract of the formants, 0.7 to 1.3: below 1 a larger body, above 1 a smaller one
 */
public record SpeakerVoice(double pitch, double rate, double tract) {
  /** The synthesiser's voice as it is. */
  public static final SpeakerVoice PLAIN = new SpeakerVoice(1, 1, 1);

  public SpeakerVoice {
    check("pitch", pitch, 0.5, 2);
    check("rate", rate, 0.5, 2);
    check("tract", tract, 0.7, 1.3);
  }

  /**
   * A voice for a character: the same seed, the same voice. Pitch and formants go together, as in
   * people; low voices are a little slower.
   */
  public static SpeakerVoice ofSeed(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double height = random.nextDouble();
    double pitch = 0.62 + 0.73 * height + random.nextDouble(-0.04, 0.04);
    double tract = 0.86 + 0.26 * height + random.nextDouble(-0.03, 0.03);
    double rate = 0.94 + 0.1 * height + random.nextDouble(-0.06, 0.06);
    return new SpeakerVoice(pitch, rate, tract);
  }

  private static void check(String what, double value, double min, double max) {
    if (!(value >= min && value <= max)) {
      throw new IllegalArgumentException(what + " is " + min + " to " + max + ", not " + value);
    }
  }
}
