package anima.client.view;

import anima.client.avatar.Avatar;
import anima.client.avatar.BodiesState;
import anima.world.EntityId;
import anima.world.EntityView;
import anima.world.Scene;
import com.jme3.math.Vector3f;
import com.jme3.renderer.Camera;
import java.util.Comparator;
import java.util.Optional;

/** Finds whom a person means when they ask to talk. */
final class Companions {
  private static final float METERS_MAX = 9;

  private Companions() {}

  /** The body near enough to talk to that lies nearest to where the camera looks. */
  static Optional<EntityView> facing(Scene scene, BodiesState bodies, Camera camera) {
    return scene.others().stream()
        .filter(view -> isNear(scene.self(), view.id(), bodies))
        .min(Comparator.comparingDouble(view -> aside(view.id(), bodies, camera)));
  }

  private static boolean isNear(EntityId self, EntityId other, BodiesState bodies) {
    Optional<Avatar> mine = bodies.avatar(self);
    Optional<Avatar> theirs = bodies.avatar(other);
    return mine.isPresent()
        && theirs.isPresent()
        && mine.get().mouth().distance(theirs.get().mouth()) < METERS_MAX;
  }

  /** Metres away, with those aside of the view counted as further. */
  private static double aside(EntityId id, BodiesState bodies, Camera camera) {
    Vector3f way =
        bodies.avatar(id).map(Avatar::mouth).orElseThrow().subtract(camera.getLocation());
    double cosine = way.normalize().dot(camera.getDirection());
    return way.length() * (2.2 - cosine);
  }
}
