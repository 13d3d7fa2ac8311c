package anima.client.avatar;

import java.util.SplittableRandom;

/** Small life of one who stands: breath, weight shifted now and then, eyes that blink. */
final class Idling {
  private static final double BLINK_SECONDS = 0.16;

  private final SplittableRandom random;
  private final double breath;
  private double seconds;
  private double nextBlink;

  Idling(long seed) {
    random = new SplittableRandom(seed);
    breath = 1.35 + random.nextDouble() * 0.3;
    seconds = random.nextDouble() * 20;
    nextBlink = seconds + random.nextDouble() * 3;
  }

  void pose(Posture posture, double secondsPassed, boolean moving) {
    seconds += secondsPassed;
    double inhaled = Math.sin(seconds * breath);
    posture.turn(Bones.CHEST, -0.018 * inhaled, 0, 0).turn(Bones.HEAD, 0.012 * inhaled, 0, 0);
    posture.turn(Bones.ARM_LEFT, 0, 0, 0.085 + 0.012 * inhaled);
    posture.turn(Bones.ARM_RIGHT, 0, 0, -0.085 - 0.012 * inhaled);
    posture.turn(Bones.FOREARM_LEFT, -0.16, 0, 0).turn(Bones.FOREARM_RIGHT, -0.16, 0, 0);
    if (!moving) {
      double shift = Math.sin(seconds * 0.31) * 0.5 + Math.sin(seconds * 0.17 + 1) * 0.5;
      posture.moveHips(0.016 * shift, -0.004 * Math.abs(shift), 0);
      posture.turn(Bones.HIPS, 0, 0.05 * shift, -0.025 * shift);
      posture.turn(Bones.SPINE, 0, -0.03 * shift, 0.035 * shift);
      posture.turn(Bones.HEAD, 0.02 * Math.sin(seconds * 0.43), 0.12 * Math.sin(seconds * 0.23), 0);
      posture.turn(Bones.THIGH_LEFT, 0, 0, 0.025 * shift + 0.02);
      posture.turn(Bones.THIGH_RIGHT, 0, 0, 0.025 * shift - 0.02);
    }
    if (seconds > nextBlink) {
      double part = (seconds - nextBlink) / BLINK_SECONDS;
      posture.shutEyes(Math.max(0, 1 - Math.abs(part * 2 - 1)));
      if (part > 1) {
        nextBlink = seconds + 1.6 + random.nextDouble() * 3.4;
      }
    }
  }
}
