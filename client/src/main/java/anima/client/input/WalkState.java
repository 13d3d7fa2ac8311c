package anima.client.input;

import anima.client.avatar.BodiesState;
import anima.client.avatar.BodyTrack;
import anima.world.Session;
import anima.world.Vec3;
import com.jme3.app.Application;
import com.jme3.app.state.BaseAppState;
import org.jspecify.annotations.Nullable;

/** Turns held keys into the walk of the own body, told to the room and shown at once. */
public final class WalkState extends BaseAppState {
  private static final double WALK_METERS_PER_SECOND = 2.6;
  private static final double RUN_METERS_PER_SECOND = 5.4;

  private final Session session;
  private final HeldKeys keys;
  private final BodiesState bodies;
  private final EyeState eye;
  private @Nullable WalkSender sender;
  private double yaw;
  private boolean begun;

  public WalkState(Session session, HeldKeys keys, BodiesState bodies, EyeState eye) {
    this.session = session;
    this.keys = keys;
    this.bodies = bodies;
    this.eye = eye;
  }

  /** Turns the body to a direction, as when it faces someone. */
  public void face(double yawRadians) {
    yaw = yawRadians;
  }

  @Override
  public void update(float seconds) {
    OwnBody own = bodies.own().orElse(null);
    BodyTrack track = bodies.ownTrack().orElse(null);
    if (own == null || track == null) {
      return;
    }
    if (!begun) {
      begun = true;
      yaw = own.yaw();
      eye.face(yaw);
      sender = new WalkSender(session.self(), yaw);
    }
    Vec3 velocity = velocity();
    if (eye.isFirstPerson()) {
      yaw = eye.yaw();
    } else if (velocity.length() > 0) {
      yaw = Vec3.ZERO.yawTo(velocity);
    }
    if (sender != null) {
      sender.next(velocity, yaw, seconds).ifPresent(session::submit);
    }
    own.advance(velocity, yaw, track.latest(), seconds);
    bodies.setFirstPerson(eye.isFirstPerson());
  }

  private Vec3 velocity() {
    double ahead = keys.axis(Command.FORWARD, Command.BACK);
    double left = keys.axis(Command.LEFT, Command.RIGHT);
    double length = Math.hypot(ahead, left);
    if (length == 0) {
      return Vec3.ZERO;
    }
    boolean run = keys.isHeld(Command.RUN);
    double speed = (run ? RUN_METERS_PER_SECOND : WALK_METERS_PER_SECOND) / length;
    double sin = Math.sin(eye.yaw());
    double cos = Math.cos(eye.yaw());
    return new Vec3((ahead * sin + left * cos) * speed, 0, (ahead * cos - left * sin) * speed);
  }

  @Override
  protected void initialize(Application app) {}

  @Override
  protected void cleanup(Application app) {}

  @Override
  protected void onEnable() {}

  @Override
  protected void onDisable() {}
}
