package anima.world;

import anima.world.place.Thing;
import java.util.List;
import java.util.Optional;

/** Rules of setting out, stopping, and using what stands around. */
final class MotionRules {
  /** Steering may exceed the limit by what rounding does to a unit vector. */
  private static final double SPEED_TOLERANCE = 1e-6;

  private final WorldState state;

  MotionRules(WorldState state) {
    this.state = state;
  }

  Optional<Refusal> walk(Action.Walk walk) {
    if (!Rules.isSane(walk.velocity()) || !(Math.abs(walk.yawRadians()) <= 1000)) {
      return Optional.of(Refusal.BAD_NUMBER);
    }
    Vec3 velocity = new Vec3(walk.velocity().x(), 0, walk.velocity().z());
    if (velocity.length() > Limits.SPEED_MAX + SPEED_TOLERANCE) {
      return Optional.of(Refusal.TOO_FAST);
    }
    Entity actor = Rules.actor(state, walk);
    if (velocity.length() > 0) {
      state.begin(actor, Activity.of(Activity.Kind.WALKING));
      actor.put(new Component.Steering(velocity, walk.yawRadians()));
      return Optional.empty();
    }
    // Standing still turns the body. It ends no other activity: a camera that looks around must
    // not tear its body off the way it was sent.
    if (actor.activity().kind() == Activity.Kind.WALKING) {
      state.begin(actor, Activity.IDLE);
      state.halt(actor);
    }
    if (!actor.isMoving() && actor.activity().kind() != Activity.Kind.SITTING) {
      actor.put(new Component.Body(actor.position(), walk.yawRadians(), Vec3.ZERO));
    }
    return Optional.empty();
  }

  Optional<Refusal> go(Action.Go go) {
    if (!Rules.isSane(go.goal())) {
      return Optional.of(Refusal.BAD_NUMBER);
    }
    return setOut(
        Rules.actor(state, go),
        go.goal(),
        new Activity(Activity.Kind.GOING, Optional.empty(), Optional.of(go.goal())));
  }

  Optional<Refusal> lead(Action.Lead lead) {
    if (!Rules.isSane(lead.goal())) {
      return Optional.of(Refusal.BAD_NUMBER);
    }
    Entity actor = Rules.actor(state, lead);
    Optional<Refusal> alone = company(actor, lead.other());
    return alone.isPresent()
        ? alone
        : setOut(
            actor,
            lead.goal(),
            new Activity(
                Activity.Kind.LEADING, Optional.of(lead.other()), Optional.of(lead.goal())));
  }

  private Optional<Refusal> setOut(Entity actor, Vec3 goal, Activity activity) {
    Optional<List<Vec3>> way = state.walker().way(actor.position(), goal, Limits.GOAL_METERS_MAX);
    if (way.isEmpty()) {
      return Optional.of(Refusal.NO_WAY);
    }
    state.begin(actor, activity);
    actor.put(new Component.Route(way.get(), 0));
    return Optional.empty();
  }

  Optional<Refusal> follow(Action.Follow follow) {
    Entity actor = Rules.actor(state, follow);
    Optional<Refusal> alone = company(actor, follow.other());
    if (alone.isEmpty()) {
      state.begin(
          actor,
          new Activity(Activity.Kind.FOLLOWING, Optional.of(follow.other()), Optional.empty()));
      actor.put(new Component.Route(List.of(), 0));
    }
    return alone;
  }

  private Optional<Refusal> company(Entity actor, EntityId other) {
    Optional<Entity> found = state.awake(other).filter(entity -> entity != actor);
    if (found.isEmpty()) {
      return Optional.of(Refusal.NOT_THERE);
    }
    double distance = actor.position().groundDistanceTo(found.get().position());
    return distance > Limits.COMPANY_METERS_MAX ? Optional.of(Refusal.TOO_FAR) : Optional.empty();
  }

  Optional<Refusal> waits(Action.Wait wait) {
    Entity actor = Rules.actor(state, wait);
    state.begin(actor, Activity.of(Activity.Kind.WAITING));
    state.halt(actor);
    return Optional.empty();
  }

  Optional<Refusal> use(Action.Use use) {
    Optional<Thing> thing =
        state.place().thing(use.thing()).filter(found -> isUsable(found.kind()));
    if (thing.isEmpty()) {
      return Optional.of(Refusal.NOT_USABLE);
    }
    Entity actor = Rules.actor(state, use);
    Vec3 at = new Vec3(thing.get().x(), 0, thing.get().z());
    if (actor.position().groundDistanceTo(at) > Limits.REACH_METERS) {
      return Optional.of(Refusal.TOO_FAR);
    }
    if (thing.get().kind().equals("bench")) {
      sit(actor, at, StrictMath.toRadians(thing.get().yawDegrees()));
    } else if (!actor.isMoving()) {
      state.face(actor, at);
    }
    state.tell(new WorldEvent.Used(state.tick(), use.actor(), use.thing()));
    return Optional.empty();
  }

  private void sit(Entity actor, Vec3 bench, double yawRadians) {
    state.begin(actor, Activity.of(Activity.Kind.SITTING));
    Vec3 seat = state.walker().ground().onFloor(bench);
    actor.put(new Component.Body(seat, yawRadians, Vec3.ZERO));
  }

  private static boolean isUsable(String kind) {
    return !kind.equals("lamp") && !kind.equals("stone");
  }
}
