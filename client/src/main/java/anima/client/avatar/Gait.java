package anima.client.avatar;

/** Walking and running: legs and arms swing by a phase that grows with the way covered. */
final class Gait {
  private static final double STRIDE_METERS = 0.78;
  private static final double RUN_SPEED = 3.4;

  private double phase;
  private double effort;

  /**
   * Goes on by some time at a speed over the ground.
   *
   * @param speed metres per second
   */
  void advance(double speed, double seconds) {
    double wanted = Math.min(1.6, speed / 1.7);
    effort += (wanted - effort) * Math.min(1, seconds * 9);
    double stride = STRIDE_METERS * (1 + 0.55 * Math.max(0, speed - 1.5) / RUN_SPEED);
    phase += Math.PI * speed * seconds / stride;
  }

  boolean isMoving() {
    return effort > 0.08;
  }

  void pose(Posture posture) {
    if (effort < 0.01) {
      return;
    }
    double reach = Math.min(0.62, 0.5 * effort) + Math.max(0, effort - 1) * 0.42;
    double run = Math.max(0, effort - 0.95);
    double sin = Math.sin(phase);
    leg(posture, Bones.THIGH_LEFT, Bones.SHIN_LEFT, Bones.FOOT_LEFT, phase, reach, run);
    leg(
        posture,
        Bones.THIGH_RIGHT,
        Bones.SHIN_RIGHT,
        Bones.FOOT_RIGHT,
        phase + Math.PI,
        reach,
        run);
    double swing = reach * (0.75 + 0.5 * run);
    double elbow = -0.25 * Math.min(1, effort) - 1.5 * run;
    posture.turn(Bones.ARM_LEFT, sin * swing, 0, 0.06).turn(Bones.FOREARM_LEFT, elbow, 0, 0);
    posture.turn(Bones.ARM_RIGHT, -sin * swing, 0, -0.06).turn(Bones.FOREARM_RIGHT, elbow, 0, 0);
    double bob = Math.abs(Math.cos(phase));
    posture.moveHips(0, 0.03 * reach * bob * 2 - 0.045 * reach + 0.05 * run * bob, 0);
    posture.turn(Bones.HIPS, 0, -sin * 0.14 * reach, 0.03 * Math.cos(phase) * reach);
    posture.turn(Bones.SPINE, 0.03 + 0.2 * run, sin * 0.2 * reach, 0);
    posture.turn(Bones.CHEST, 0, sin * 0.12 * reach, 0);
    posture.turn(Bones.HEAD, -0.1 * run, -sin * 0.15 * reach, 0);
  }

  private static void leg(
      Posture posture, int thigh, int shin, int foot, double phase, double reach, double run) {
    double swing = -Math.sin(phase) * reach;
    double lift = Math.max(0, Math.cos(phase)) * reach * (1.25 + run * 1.1) + 0.08 * reach;
    posture.turn(thigh, swing - 0.18 * run, 0, 0);
    posture.turn(shin, lift, 0, 0);
    posture.turn(foot, -swing * 0.25 - lift * 0.2, 0, 0);
  }
}
