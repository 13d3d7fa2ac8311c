package anima.client.avatar;

import anima.world.Gesture;
import java.util.Map;

/** How each gesture moves the joints; see {@link Posture} for the senses of the angles. */
final class GestureMotions {
  private GestureMotions() {}

  static Map<Gesture, Gesturing.Motion> all() {
    return Map.ofEntries(
        Map.entry(Gesture.WAVE, GestureMotions::wave),
        Map.entry(Gesture.BOW, GestureMotions::bow),
        Map.entry(Gesture.NOD, GestureMotions::nod),
        Map.entry(Gesture.SHAKE_HEAD, GestureMotions::shakeHead),
        Map.entry(Gesture.CLAP, GestureMotions::clap),
        Map.entry(Gesture.DANCE, GestureMotions::dance),
        Map.entry(Gesture.SIT, GestureMotions::sit),
        Map.entry(Gesture.JUMP, GestureMotions::jump),
        Map.entry(Gesture.SMILE, GestureMotions::smile),
        Map.entry(Gesture.LAUGH, GestureMotions::laugh),
        Map.entry(Gesture.CRY, GestureMotions::cry),
        Map.entry(Gesture.SHRUG, GestureMotions::shrug),
        Map.entry(Gesture.SALUTE, GestureMotions::salute),
        Map.entry(Gesture.THINK, GestureMotions::think));
  }

  private static void wave(Posture p, double t, double w) {
    p.calm(Bones.ARM_RIGHT, w).calm(Bones.FOREARM_RIGHT, w);
    p.turn(Bones.ARM_RIGHT, -0.25 * w, 0, -2.35 * w);
    p.turn(Bones.FOREARM_RIGHT, 0, 0, (-0.35 + 0.5 * Math.sin(t * 10)) * w);
    p.turn(Bones.HEAD, 0, 0, -0.08 * w).smile(w).raiseBrows(0.6 * w);
  }

  private static void bow(Posture p, double t, double w) {
    double down = Math.sin(Math.min(1, t / 1.5) * Math.PI) * w;
    p.turn(Bones.SPINE, 0.5 * down, 0, 0).turn(Bones.CHEST, 0.3 * down, 0, 0);
    p.turn(Bones.HEAD, 0.35 * down, 0, 0).moveHips(0, -0.01 * down, -0.06 * down);
  }

  private static void nod(Posture p, double t, double w) {
    p.turn(Bones.HEAD, (0.12 + 0.2 * Math.sin(t * 9)) * w, 0, 0).smile(0.5 * w);
  }

  private static void shakeHead(Posture p, double t, double w) {
    p.turn(Bones.HEAD, 0.04 * w, 0.42 * Math.sin(t * 9) * w, 0).raiseBrows(-0.7 * w);
  }

  private static void clap(Posture p, double t, double w) {
    double apart = 0.16 + 0.16 * Math.sin(t * 15);
    hands(p, -0.95 * w, (0.15 - apart) * w, -0.95 * w, (0.62 - apart) * w, w);
    p.smile(w).raiseBrows(0.5 * w);
  }

  /** Both hands alike: how far arms and forearms are lifted and brought together. */
  private static void hands(
      Posture p, double arm, double armIn, double fore, double foreIn, double w) {
    p.calm(Bones.ARM_LEFT, w).calm(Bones.FOREARM_LEFT, w);
    p.calm(Bones.ARM_RIGHT, w).calm(Bones.FOREARM_RIGHT, w);
    p.turn(Bones.ARM_LEFT, arm, 0, -armIn).turn(Bones.FOREARM_LEFT, fore, 0, -foreIn);
    p.turn(Bones.ARM_RIGHT, arm, 0, armIn).turn(Bones.FOREARM_RIGHT, fore, 0, foreIn);
  }

  private static void dance(Posture p, double t, double w) {
    double beat = t * 6.2;
    double sway = Math.sin(beat);
    p.moveHips(0.06 * sway * w, -0.05 * Math.abs(Math.cos(beat)) * w, 0);
    p.turn(Bones.HIPS, 0, 0.3 * sway * w, -0.1 * sway * w);
    p.turn(Bones.CHEST, 0, -0.25 * sway * w, 0.12 * sway * w);
    p.turn(Bones.HEAD, 0.08 * Math.cos(beat * 2) * w, 0, 0.12 * sway * w);
    double lift = 0.5 + 0.5 * Math.sin(beat / 2);
    p.calm(Bones.ARM_LEFT, w).calm(Bones.ARM_RIGHT, w);
    p.turn(Bones.ARM_LEFT, -0.5 * w, 0, (0.9 + 1.2 * lift) * w);
    p.turn(Bones.ARM_RIGHT, -0.5 * w, 0, (-0.9 - 1.2 * (1 - lift)) * w);
    p.turn(Bones.FOREARM_LEFT, -0.8 * w, 0, 0).turn(Bones.FOREARM_RIGHT, -0.8 * w, 0, 0);
    double step = Math.max(0, sway);
    double other = Math.max(0, -sway);
    p.turn(Bones.THIGH_LEFT, -0.55 * step * w, 0, 0).turn(Bones.SHIN_LEFT, 0.8 * step * w, 0, 0);
    p.turn(Bones.THIGH_RIGHT, -0.55 * other * w, 0, 0);
    p.turn(Bones.SHIN_RIGHT, 0.8 * other * w, 0, 0).smile(w);
  }

  private static void sit(Posture p, double t, double w) {
    p.moveHips(0, -0.4 * w, -0.05 * w);
    for (int thigh : new int[] {Bones.THIGH_LEFT, Bones.THIGH_RIGHT}) {
      p.calm(thigh, w).calm(thigh + 1, w);
      p.turn(thigh, -1.5 * w, 0, 0).turn(thigh + 1, 1.48 * w, 0, 0);
    }
    hands(p, -0.5 * w, 0.02 * w, -0.75 * w, 0.12 * w, w);
    p.turn(Bones.SPINE, 0.05 * w * Math.min(1, t), 0, 0);
  }

  private static void jump(Posture p, double t, double w) {
    double part = Math.min(1, t / 0.75);
    double high = Math.max(0, 4 * (part - 0.2) * (1 - part) / 0.64);
    double crouch = part < 0.25 ? Math.sin(part / 0.25 * Math.PI) : 0;
    p.moveHips(0, 0.42 * high - 0.12 * crouch, 0);
    double bend = (0.5 * crouch + 0.35 * high) * w;
    p.turn(Bones.THIGH_LEFT, -bend, 0, 0).turn(Bones.SHIN_LEFT, 1.7 * bend, 0, 0);
    p.turn(Bones.THIGH_RIGHT, -bend * 0.7, 0, 0).turn(Bones.SHIN_RIGHT, 1.4 * bend, 0, 0);
    p.turn(Bones.ARM_LEFT, -0.6 * w, 0, 1.5 * high * w);
    p.turn(Bones.ARM_RIGHT, -0.6 * w, 0, -1.5 * high * w).smile(w);
  }

  private static void smile(Posture p, double t, double w) {
    p.smile(w).raiseBrows(0.5 * w).turn(Bones.HEAD, 0, 0, 0.06 * Math.sin(t * 2) * w);
  }

  private static void laugh(Posture p, double t, double w) {
    double shake = Math.sin(t * 17);
    p.turn(Bones.HEAD, -0.22 * w, 0, 0).turn(Bones.CHEST, (-0.08 + 0.035 * shake) * w, 0, 0);
    p.openMouth((0.55 + 0.3 * shake) * w).smile(w).shutEyes(0.75 * w).raiseBrows(0.8 * w);
    hands(p, -0.35 * w, 0.1 * w, -1.0 * w, 0.45 * w, w);
  }

  private static void cry(Posture p, double t, double w) {
    hands(p, -1.15 * w, 0.12 * w, -1.75 * w, 0.38 * w, w);
    p.turn(Bones.HEAD, 0.38 * w, 0, 0).turn(Bones.CHEST, (0.1 + 0.03 * Math.sin(t * 9)) * w, 0, 0);
    p.shutEyes(w).raiseBrows(-0.5 * w);
  }

  private static void shrug(Posture p, double t, double w) {
    double up = w * Math.min(1, t * 4);
    p.calm(Bones.FOREARM_LEFT, up).calm(Bones.FOREARM_RIGHT, up);
    p.turn(Bones.ARM_LEFT, -0.1 * up, 0.4 * up, 0.3 * up);
    p.turn(Bones.FOREARM_LEFT, -1.15 * up, 0, 0.7 * up);
    p.turn(Bones.ARM_RIGHT, -0.1 * up, -0.4 * up, -0.3 * up);
    p.turn(Bones.FOREARM_RIGHT, -1.15 * up, 0, -0.7 * up);
    p.turn(Bones.HEAD, 0, 0, 0.14 * up).raiseBrows(up);
  }

  private static void salute(Posture p, double t, double w) {
    double up = w * Math.min(1, t * 3);
    p.calm(Bones.ARM_RIGHT, up).calm(Bones.FOREARM_RIGHT, up);
    p.turn(Bones.ARM_RIGHT, -1.15 * up, 0, -0.95 * up);
    p.turn(Bones.FOREARM_RIGHT, -2.0 * up, 0, 0.35 * up).turn(Bones.CHEST, -0.06 * up, 0, 0);
  }

  private static void think(Posture p, double t, double w) {
    p.calm(Bones.ARM_RIGHT, w).calm(Bones.FOREARM_RIGHT, w);
    p.calm(Bones.ARM_LEFT, w).calm(Bones.FOREARM_LEFT, w);
    p.turn(Bones.ARM_RIGHT, -0.65 * w, 0, 0.3 * w).turn(Bones.FOREARM_RIGHT, -2.1 * w, 0, 0.1 * w);
    p.turn(Bones.ARM_LEFT, -0.35 * w, 0, -0.25 * w)
        .turn(Bones.FOREARM_LEFT, -1.35 * w, 0, -0.6 * w);
    p.turn(Bones.HEAD, -0.1 * w, 0.2 * w, 0.1 * Math.sin(t * 1.3) * w).raiseBrows(0.4 * w);
  }
}
