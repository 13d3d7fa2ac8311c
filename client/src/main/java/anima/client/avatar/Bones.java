package anima.client.avatar;

import com.jme3.anim.Armature;
import com.jme3.anim.Joint;
import com.jme3.math.Vector3f;

/**
 * The joints of a body, by number, and where they rest. A resting body of 1.75 m looks along +Z
 * with its arms down, so its right side is at negative X.
 */
final class Bones {
  static final int ROOT = 0;
  static final int HIPS = 1;
  static final int SPINE = 2;
  static final int CHEST = 3;
  static final int HEAD = 4;
  static final int MOUTH = 5;
  static final int EYES = 6;
  static final int BROWS = 7;
  static final int ARM_LEFT = 8;
  static final int FOREARM_LEFT = 9;
  static final int HAND_LEFT = 10;
  static final int ARM_RIGHT = 11;
  static final int FOREARM_RIGHT = 12;
  static final int HAND_RIGHT = 13;
  static final int THIGH_LEFT = 14;
  static final int SHIN_LEFT = 15;
  static final int FOOT_LEFT = 16;
  static final int THIGH_RIGHT = 17;
  static final int SHIN_RIGHT = 18;
  static final int FOOT_RIGHT = 19;
  static final int COUNT = 20;

  /** Height of the body that the rest positions describe. */
  static final float REST_METERS = 1.75f;

  private static final int[] PARENTS = {
    -1,
    ROOT,
    HIPS,
    SPINE,
    CHEST,
    HEAD,
    HEAD,
    HEAD,
    CHEST,
    ARM_LEFT,
    FOREARM_LEFT,
    CHEST,
    ARM_RIGHT,
    FOREARM_RIGHT,
    HIPS,
    THIGH_LEFT,
    SHIN_LEFT,
    HIPS,
    THIGH_RIGHT,
    SHIN_RIGHT
  };

  private static final float[][] PLACES = {
    {0, 0, 0},
    {0, 0.88f, 0},
    {0, 1.0f, 0},
    {0, 1.18f, 0},
    {0, 1.42f, 0},
    {0, 1.488f, 0.12f},
    {0, 1.575f, 0.12f},
    {0, 1.63f, 0.12f},
    {0.195f, 1.325f, 0},
    {0.225f, 1.07f, 0},
    {0.235f, 0.83f, 0.02f},
    {-0.195f, 1.325f, 0},
    {-0.225f, 1.07f, 0},
    {-0.235f, 0.83f, 0.02f},
    {0.09f, 0.88f, 0},
    {0.095f, 0.47f, 0},
    {0.1f, 0.09f, 0},
    {-0.09f, 0.88f, 0},
    {-0.095f, 0.47f, 0},
    {-0.1f, 0.09f, 0}
  };

  private Bones() {}

  /** Where a joint rests, from the ground between the feet. */
  static Vector3f place(int joint) {
    return new Vector3f(PLACES[joint][0], PLACES[joint][1], PLACES[joint][2]);
  }

  /** Where a joint rests, from its parent. */
  static Vector3f offset(int joint) {
    int parent = PARENTS[joint];
    return parent < 0 ? place(joint) : place(joint).subtractLocal(place(parent));
  }

  /** A fresh armature at rest. */
  static Armature armature() {
    Joint[] joints = new Joint[COUNT];
    for (int i = 0; i < COUNT; i++) {
      joints[i] = new Joint("joint " + i);
      joints[i].setLocalTranslation(offset(i));
      if (PARENTS[i] >= 0) {
        joints[PARENTS[i]].addChild(joints[i]);
      }
    }
    Armature armature = new Armature(joints);
    armature.saveBindPose();
    return armature;
  }
}
