package anima.client.avatar;

/**
 * The mouth and hands of one who speaks. With a voice, the mouth follows its loudness; with text
 * alone, it moves for as long as reading the text aloud would take.
 */
final class Talking {
  private static final double SECONDS_PER_CHARACTER = 0.062;
  private static final double SECONDS_PER_HAN = 0.19;
  private static final double SECONDS_MAX = 14;

  private double left;
  private double seconds;
  private double voice = -1;
  private double open;

  /** Begins to speak a text without a voice. */
  void say(String text) {
    double length =
        text.codePoints()
            .mapToDouble(c -> Character.isIdeographic(c) ? SECONDS_PER_HAN : SECONDS_PER_CHARACTER)
            .sum();
    left = Math.min(SECONDS_MAX, 0.4 + length);
  }

  /** Loudness of the voice at this moment, 0 to 1; negative once it has ended. */
  void hear(double loudness) {
    voice = loudness;
    if (loudness < 0) {
      left = 0;
    }
  }

  boolean isTalking() {
    return left > 0 || voice >= 0;
  }

  void pose(Posture posture, double secondsPassed) {
    seconds += secondsPassed;
    left = Math.max(0, left - secondsPassed);
    double wanted = voice >= 0 ? voice : left > 0 ? babble() : 0;
    open += (wanted - open) * Math.min(1, secondsPassed * 22);
    if (open < 0.01 && !isTalking()) {
      return;
    }
    posture.openMouth(open);
    double life = isTalking() ? 1 : open;
    posture.turn(
        Bones.HEAD,
        0.04 * Math.sin(seconds * 3.1) * life,
        0,
        0.03 * Math.sin(seconds * 2.3) * life);
    double hand = Math.max(0, Math.sin(seconds * 1.05)) * life;
    posture.turn(Bones.ARM_RIGHT, -0.28 * hand, 0, -0.1 * hand);
    posture.turn(Bones.FOREARM_RIGHT, (-0.75 - 0.22 * Math.sin(seconds * 5.3)) * hand, 0, 0);
    double other = Math.max(0, Math.sin(seconds * 0.71 + 2)) * life;
    posture.turn(Bones.FOREARM_LEFT, (-0.6 - 0.2 * Math.sin(seconds * 4.7)) * other, 0, 0);
    posture.raiseBrows(0.35 * Math.sin(seconds * 1.7) * life);
  }

  private double babble() {
    double syllable =
        Math.abs(Math.sin(seconds * 11.3)) * 0.55 + Math.abs(Math.sin(seconds * 6.1)) * 0.3;
    return Math.sin(seconds * 2.2) > -0.85 ? syllable : 0.05;
  }
}
