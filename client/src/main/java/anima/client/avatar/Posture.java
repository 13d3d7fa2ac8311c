package anima.client.avatar;

import com.jme3.anim.Armature;
import com.jme3.anim.Joint;
import com.jme3.math.Quaternion;
import com.jme3.math.Vector3f;

/**
 * How a body holds itself at one moment: a turn of each joint from rest, its hips moved, its face.
 * Made anew each frame: motions add to it one after the other. Angles in radians: X bends forwards
 * (a hanging limb backwards), Y turns to the left, Z leans to the right (lifts a left arm).
 */
final class Posture {
  private final float[][] angles = new float[Bones.COUNT][3];
  private final Vector3f hips = new Vector3f();
  private float mouthOpen;
  private float smile;
  private float blink;
  private float brows;

  void reset() {
    for (float[] angle : angles) {
      angle[0] = 0;
      angle[1] = 0;
      angle[2] = 0;
    }
    hips.set(0, 0, 0);
    mouthOpen = 0;
    smile = 0;
    blink = 0;
    brows = 0;
  }

  Posture turn(int joint, double x, double y, double z) {
    angles[joint][0] += (float) x;
    angles[joint][1] += (float) y;
    angles[joint][2] += (float) z;
    return this;
  }

  /** Takes back part of what was said of a joint so far, for a motion that replaces it. */
  Posture calm(int joint, double part) {
    for (int i = 0; i < 3; i++) {
      angles[joint][i] *= (float) (1 - part);
    }
    return this;
  }

  Posture moveHips(double x, double y, double z) {
    hips.addLocal((float) x, (float) y, (float) z);
    return this;
  }

  /** 0 shut, 1 wide open. */
  Posture openMouth(double part) {
    mouthOpen = Math.max(mouthOpen, (float) part);
    return this;
  }

  Posture smile(double part) {
    smile = Math.max(smile, (float) part);
    return this;
  }

  /** 0 eyes open, 1 shut. */
  Posture shutEyes(double part) {
    blink = Math.max(blink, (float) part);
    return this;
  }

  /** Above 0 raised, below 0 frowning. */
  Posture raiseBrows(double part) {
    brows += (float) part;
    return this;
  }

  /** Sets the joints of an armature. */
  void apply(Armature armature) {
    for (int i = 0; i < Bones.COUNT; i++) {
      Joint joint = armature.getJoint(i);
      joint.setLocalRotation(new Quaternion().fromAngles(angles[i][0], angles[i][1], angles[i][2]));
    }
    armature.getJoint(Bones.HIPS).setLocalTranslation(Bones.offset(Bones.HIPS).add(hips));
    armature
        .getJoint(Bones.MOUTH)
        .setLocalScale(
            new Vector3f(
                1 + 0.3f * smile - 0.22f * mouthOpen, 1 + 4.6f * mouthOpen + 0.8f * smile, 1));
    armature.getJoint(Bones.EYES).setLocalScale(new Vector3f(1, 1 - 0.93f * blink, 1));
    Vector3f raised = Bones.offset(Bones.BROWS).addLocal(0, 0.014f * brows, 0);
    armature.getJoint(Bones.BROWS).setLocalTranslation(raised);
  }
}
