package anima.client.input;

import anima.client.avatar.BodiesState;
import com.jme3.app.Application;
import com.jme3.app.state.BaseAppState;
import com.jme3.math.FastMath;
import com.jme3.math.Quaternion;
import com.jme3.math.Vector3f;
import com.jme3.renderer.Camera;

/**
 * The camera: over the shoulder or in the eyes of the own body, kept out of walls and ground. Yaw
 * as in the world; pitch is positive when looking down.
 */
public final class EyeState extends BaseAppState {
  private static final float PITCH_MAX = 1.25f;
  private static final float BACK_METERS_MIN = 1.8f;
  private static final float BACK_METERS_MAX = 9;
  private static final float HEAD_METERS = 1.62f;
  private static final float SHOULDER_METERS = 0.45f;
  private static final float VIEW_DEGREES = 58;
  private static final float NEAR_METERS = 0.12f;
  private static final float FAR_METERS = 2500;

  private final BodiesState bodies;
  private final Obstacles obstacles;
  private final Vector3f idle;
  private float yaw;
  private float pitch = 0.16f;
  private float wantedBack = 4.4f;
  private float back = 4.4f;
  private boolean firstPerson;

  /**
   * @param idle where to look from before there is a body
   */
  public EyeState(BodiesState bodies, Obstacles obstacles, Vector3f idle) {
    this.bodies = bodies;
    this.obstacles = obstacles;
    this.idle = idle;
  }

  public double yaw() {
    return yaw;
  }

  public boolean isFirstPerson() {
    return firstPerson;
  }

  public void face(double yawRadians) {
    yaw = (float) yawRadians;
  }

  void toggleFirstPerson() {
    firstPerson = !firstPerson;
    pitch = firstPerson ? 0 : 0.16f;
  }

  void turn(float yawBy, float pitchBy) {
    yaw += yawBy;
    pitch = FastMath.clamp(pitch + pitchBy, -PITCH_MAX, PITCH_MAX);
  }

  void zoom(float metersBy) {
    wantedBack = FastMath.clamp(wantedBack + metersBy, BACK_METERS_MIN, BACK_METERS_MAX);
  }

  @Override
  protected void initialize(Application app) {
    Camera camera = app.getCamera();
    float aspect = camera.getWidth() / (float) camera.getHeight();
    camera.setFrustumPerspective(VIEW_DEGREES, aspect, NEAR_METERS, FAR_METERS);
  }

  @Override
  public void update(float seconds) {
    Camera camera = getApplication().getCamera();
    Quaternion turn = new Quaternion().fromAngles(pitch, yaw, 0);
    camera.setRotation(turn);
    Vector3f head =
        bodies
            .own()
            .map(own -> new Vector3f((float) own.x(), own.floor() + HEAD_METERS, (float) own.z()))
            .orElse(idle);
    if (firstPerson) {
      camera.setLocation(head.add(turn.mult(new Vector3f(0, 0, 0.12f))));
      return;
    }
    Vector3f side = turn.mult(new Vector3f(-SHOULDER_METERS, 0.1f, 0));
    Vector3f pivot = head.add(side);
    Vector3f way = turn.mult(new Vector3f(0, 0.06f, -1)).normalizeLocal();
    float free = obstacles.reach(pivot, way, wantedBack);
    back = free < back ? free : back + (free - back) * Math.min(1, seconds * 5);
    camera.setLocation(pivot.add(way.mult(back)));
  }

  @Override
  protected void cleanup(Application app) {}

  @Override
  protected void onEnable() {}

  @Override
  protected void onDisable() {}
}
