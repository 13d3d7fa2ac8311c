package anima.client.avatar;

import anima.client.mesh.MeshBuilder;
import anima.world.EntityView;
import anima.world.Gesture;
import com.jme3.anim.Armature;
import com.jme3.anim.SkinningControl;
import com.jme3.material.Material;
import com.jme3.math.FastMath;
import com.jme3.math.Vector3f;
import com.jme3.scene.Geometry;
import com.jme3.scene.Node;
import org.jspecify.annotations.Nullable;

/**
 * A body that is drawn: one skinned mesh and what moves it. Motions add up in this order: gait,
 * idling, talking, looking, pointing, gestures. Owned by the render thread.
 */
public final class Avatar {
  private static final float LOOK_YAW_MAX = 1.15f;
  private static final double POINT_SECONDS = 3.2;

  private final Node node;
  private final Armature armature = Bones.armature();
  private final Posture posture = new Posture();
  private final Gait gait = new Gait();
  private final Idling idling;
  private final Talking talking = new Talking();
  private final Gesturing gesturing = new Gesturing();
  private final float heightMeters;
  private @Nullable Vector3f lookAt;
  private @Nullable Vector3f pointAt;
  private double pointSeconds;
  private float lookYaw;
  private float lookPitch;

  public Avatar(EntityView view, Material material) {
    heightMeters = (float) view.looks().heightMeters();
    idling = new Idling(view.id().value());
    MeshBuilder out = new MeshBuilder();
    Wardrobe wardrobe = Wardrobe.of(view);
    new Tailor(out, wardrobe).draw();
    new Face(out, wardrobe).draw();
    Geometry body = new Geometry(view.name().en(), out.build());
    body.setMaterial(material.clone());
    node = new Node(view.name().en());
    node.attachChild(body);
    node.addControl(new SkinningControl(armature));
    node.setLocalScale(heightMeters / Bones.REST_METERS);
  }

  public Node node() {
    return node;
  }

  /** A point above the head, for names and speech. */
  public Vector3f crown() {
    return node.getLocalTranslation().add(0, heightMeters + 0.14f, 0);
  }

  /** Where the voice comes from. */
  public Vector3f mouth() {
    return node.getLocalTranslation().add(0, heightMeters * 0.86f, 0);
  }

  public void say(String text) {
    talking.say(text);
  }

  /** See {@link Talking#hear}. */
  public void hearVoice(double loudness) {
    talking.hear(loudness);
  }

  public void gesture(Gesture gesture) {
    gesturing.begin(gesture);
  }

  /** Raises an arm towards a point for a while. */
  public void pointAt(Vector3f point) {
    pointAt = point;
    pointSeconds = POINT_SECONDS;
  }

  /** Turns the head towards a point as far as a neck goes; null looks ahead. */
  public void lookAt(@Nullable Vector3f point) {
    lookAt = point;
  }

  /** Places the body and moves its joints on by some time. */
  public void update(Vector3f feet, float yaw, float speed, float seconds) {
    node.setLocalTranslation(feet);
    node.setLocalRotation(node.getLocalRotation().fromAngles(0, yaw, 0));
    gait.advance(speed, seconds);
    posture.reset();
    gait.pose(posture);
    idling.pose(posture, seconds, gait.isMoving());
    talking.pose(posture, seconds);
    look(yaw, seconds);
    point(yaw, seconds);
    if (gait.isMoving()) {
      gesturing.walkedOff();
    }
    gesturing.pose(posture, seconds);
    posture.apply(armature);
  }

  private void look(float yaw, float seconds) {
    float wantedYaw = 0;
    float wantedPitch = 0;
    Vector3f target = lookAt;
    if (target != null) {
      Vector3f way = target.subtract(mouth());
      float turn = turnTo(way, yaw);
      if (Math.abs(turn) < 2.2f) {
        wantedYaw = FastMath.clamp(turn, -LOOK_YAW_MAX, LOOK_YAW_MAX);
        float flat = FastMath.sqrt(way.x * way.x + way.z * way.z);
        wantedPitch = FastMath.clamp(FastMath.atan2(-way.y, flat), -0.5f, 0.5f);
      }
    }
    float part = Math.min(1, seconds * 6);
    lookYaw += (wantedYaw - lookYaw) * part;
    lookPitch += (wantedPitch - lookPitch) * part;
    posture.turn(Bones.HEAD, lookPitch * 0.8, lookYaw * 0.75, 0);
    posture.turn(Bones.CHEST, 0, lookYaw * 0.25, 0);
  }

  private void point(float yaw, float seconds) {
    Vector3f target = pointAt;
    if (target == null) {
      return;
    }
    pointSeconds -= seconds;
    double weight = Math.min(1, Math.min(pointSeconds, POINT_SECONDS - pointSeconds) * 3.5);
    if (pointSeconds <= 0) {
      pointAt = null;
      return;
    }
    Vector3f way = target.subtract(mouth());
    float turn = FastMath.clamp(turnTo(way, yaw), -1.5f, 1.5f);
    float flat = FastMath.sqrt(way.x * way.x + way.z * way.z);
    double lift = FastMath.HALF_PI + FastMath.clamp(FastMath.atan2(way.y, flat), -0.4f, 0.7f);
    posture.calm(Bones.ARM_RIGHT, weight).calm(Bones.FOREARM_RIGHT, weight);
    posture.turn(Bones.ARM_RIGHT, -lift * weight, turn * weight, 0);
    posture.turn(Bones.FOREARM_RIGHT, -0.05 * weight, 0, 0);
    posture.turn(Bones.CHEST, 0, turn * 0.25 * weight, 0);
  }

  private static float turnTo(Vector3f way, float yaw) {
    float turn = FastMath.atan2(way.x, way.z) - yaw;
    return FastMath.atan2(FastMath.sin(turn), FastMath.cos(turn));
  }
}
