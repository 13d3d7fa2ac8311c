package anima.brain.mind;

import anima.world.Action;
import anima.world.Activity;
import anima.world.EntityId;
import anima.world.EntityView;
import anima.world.Loudness;
import anima.world.Vec3;
import java.util.List;
import java.util.Optional;

/** Turns the body to whom the mind talks with. */
final class Facing {
  private static final long LOOK_TICKS = 20;
  private static final double TURN_COSINE = 0.94;

  private Facing() {}

  /** Stops an idle walk and looks at whoever speaks; someone under an order walks on. */
  static List<Action> turnTo(EntityView other, boolean underOrder, Perception perception) {
    Activity.Kind doing = perception.self().activity().kind();
    if (underOrder && doing != Activity.Kind.WAITING) {
      return List.of();
    }
    EntityId me = perception.self().id();
    Action look = new Action.Look(me, other.body().position());
    return doing == Activity.Kind.GOING ? List.of(new Action.Wait(me), look) : List.of(look);
  }

  /** Looks anew at a partner who has moved around the standing body. */
  static Optional<Action> keep(EntityId partner, Perception perception) {
    Activity.Kind doing = perception.self().activity().kind();
    boolean standing = doing == Activity.Kind.IDLE || doing == Activity.Kind.WAITING;
    if (!standing || perception.tick() % LOOK_TICKS != 0) {
      return Optional.empty();
    }
    Vec3 from = perception.self().body().position();
    double yaw = perception.self().body().yawRadians();
    return perception
        .body(partner)
        .map(view -> view.body().position())
        .filter(at -> at.groundDistanceTo(from) <= Loudness.NORMAL.earshotMeters())
        .filter(at -> Math.cos(from.yawTo(at) - yaw) < TURN_COSINE)
        .map(at -> new Action.Look(perception.self().id(), at));
  }
}
