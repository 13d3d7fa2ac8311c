package anima.client.avatar;

import anima.client.input.Obstacles;
import anima.client.input.OwnBody;
import anima.world.EntityId;
import anima.world.EntityView;
import anima.world.Scene;
import anima.world.Vec3;
import anima.world.WorldEvent;
import com.jme3.app.Application;
import com.jme3.app.state.BaseAppState;
import com.jme3.material.Material;
import com.jme3.math.Vector3f;
import com.jme3.scene.Node;
import com.jme3.scene.Spatial;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The bodies in sight as avatars: others a little late between what was told, the own one as
 * predicted. Owned by the render thread.
 */
public final class BodiesState extends BaseAppState {
  /** Avatars drawn at once; of more bodies in sight, the last to come are not drawn. */
  static final int AVATAR_COUNT_MAX = 200;

  private static final double GLANCE_SECONDS = 6;
  private static final double GLANCE_METERS_MAX = 9;

  private final Node parent;
  private final Scene scene;
  private final TickClock clock;
  private final Obstacles obstacles;
  private final Map<EntityId, Body> bodies = new LinkedHashMap<>();
  private @Nullable Material material;
  private @Nullable OwnBody own;
  private boolean firstPerson;

  /** An avatar with its track, and whom it last heard speak. */
  private static final class Body {
    final Avatar avatar;
    final BodyTrack track;
    @Nullable EntityId glancesAt;
    double glanceSeconds;

    Body(Avatar avatar, BodyTrack track) {
      this.avatar = avatar;
      this.track = track;
    }
  }

  public BodiesState(Node parent, Scene scene, TickClock clock, Obstacles obstacles) {
    this.parent = parent;
    this.scene = scene;
    this.clock = clock;
    this.obstacles = obstacles;
  }

  public Optional<Avatar> avatar(EntityId id) {
    return Optional.ofNullable(bodies.get(id)).map(body -> body.avatar);
  }

  /** Everyone drawn, by id. */
  public Map<EntityId, Avatar> avatars() {
    Map<EntityId, Avatar> avatars = new LinkedHashMap<>();
    bodies.forEach((id, body) -> avatars.put(id, body.avatar));
    return avatars;
  }

  /** The own body, once it is in the world. */
  public Optional<OwnBody> own() {
    return Optional.ofNullable(own);
  }

  /** The room's latest word on the own body. */
  public Optional<BodyTrack> ownTrack() {
    return Optional.ofNullable(bodies.get(scene.self())).map(body -> body.track);
  }

  /** Hides the own body from its own eyes. */
  public void setFirstPerson(boolean inOwnEyes) {
    firstPerson = inOwnEyes;
  }

  /** Hears of an event, after the scene has. */
  public void perceive(WorldEvent event) {
    event.accept(new BodyNews(this));
  }

  void appeared(long tick, EntityView view) {
    Body known = bodies.get(view.id());
    if (known != null) {
      known.track.add(tick, view.body());
      return;
    }
    if (bodies.size() >= AVATAR_COUNT_MAX || material == null) {
      return;
    }
    Body body = new Body(new Avatar(view, material), new BodyTrack(tick, view.body()));
    bodies.put(view.id(), body);
    parent.attachChild(body.avatar.node());
    if (view.id().equals(scene.self())) {
      own = new OwnBody(obstacles, view.body());
    }
  }

  void vanished(EntityId id) {
    Body body = bodies.remove(id);
    if (body != null) {
      body.avatar.node().removeFromParent();
    }
  }

  void moved(WorldEvent.Moved moved) {
    Body body = bodies.get(moved.entity());
    if (body != null) {
      body.track.add(moved.tick(), moved.body());
    }
  }

  void said(WorldEvent.Said said) {
    avatar(said.speaker()).ifPresent(avatar -> avatar.say(said.text()));
    bodies.forEach(
        (id, body) -> {
          if (!id.equals(said.speaker())) {
            body.glancesAt = said.speaker();
            body.glanceSeconds = GLANCE_SECONDS;
          }
        });
    Body speaker = bodies.get(said.speaker());
    if (speaker != null && said.to().isPresent()) {
      speaker.glancesAt = said.to().get();
      speaker.glanceSeconds = GLANCE_SECONDS;
    }
  }

  @Override
  public void update(float seconds) {
    bodies.forEach((id, body) -> update(id, body, seconds));
  }

  private void update(EntityId id, Body body, float seconds) {
    body.glanceSeconds -= seconds;
    body.avatar.lookAt(glance(id, body));
    OwnBody mine = own;
    if (id.equals(scene.self()) && mine != null) {
      Vector3f feet = new Vector3f((float) mine.x(), mine.floor(), (float) mine.z());
      body.avatar.update(feet, (float) mine.yaw(), (float) mine.speed(), seconds);
      body.avatar
          .node()
          .setCullHint(firstPerson ? Spatial.CullHint.Always : Spatial.CullHint.Inherit);
      return;
    }
    BodyTrack.Sample sample = body.track.at(clock.drawn());
    Vec3 at = sample.position();
    float floor = obstacles.floor(at.x(), at.z());
    Vector3f feet = new Vector3f((float) at.x(), floor, (float) at.z());
    body.avatar.update(feet, (float) sample.yawRadians(), (float) sample.speed(), seconds);
  }

  /** Whom a body looks at: who spoke last nearby, else whoever follows or leads with it. */
  private @Nullable Vector3f glance(EntityId id, Body body) {
    EntityId other = body.glanceSeconds > 0 ? body.glancesAt : null;
    if (other == null) {
      other = scene.view(id).flatMap(view -> view.activity().other()).orElse(null);
    }
    Avatar target = other == null ? null : avatar(other).orElse(null);
    if (target == null || target.mouth().distance(body.avatar.mouth()) > GLANCE_METERS_MAX) {
      return null;
    }
    return target.mouth();
  }

  @Override
  protected void initialize(Application app) {
    material = new Material(app.getAssetManager(), "anima/client/shaders/Surface.j3md");
  }

  @Override
  protected void cleanup(Application app) {
    bodies.values().forEach(body -> body.avatar.node().removeFromParent());
    bodies.clear();
  }

  @Override
  protected void onEnable() {}

  @Override
  protected void onDisable() {}
}
