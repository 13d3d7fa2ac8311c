package anima.world;

import java.util.List;
import java.util.Optional;

/** Moves bodies on by one tick, each after what it is about. Owned by the world's thread. */
final class Motion {
  /** Ticks between two looks for where the followed one is. */
  private static final int RENEW_TICKS = 10;

  /** A follower catches up faster the wider the gap, by so many metres per second for a metre. */
  private static final double CATCH_UP_PER_SECOND = 1.5;

  private static final double FOLLOW_SPEED_MIN = 0.8;

  private final WorldState state;

  Motion(WorldState state) {
    this.state = state;
  }

  void advance(Entity entity) {
    switch (entity.activity().kind()) {
      case WALKING -> walk(entity);
      case GOING -> go(entity);
      case FOLLOWING -> follow(entity);
      case LEADING -> lead(entity);
      case IDLE, WAITING, SITTING -> {}
    }
  }

  private void walk(Entity entity) {
    Component.Steering steering = entity.need(Component.Steering.class);
    Vec3 from = entity.position();
    Vec3 to = state.walker().slide(from, from.plus(steering.velocity().times(Limits.TICK_SECONDS)));
    entity.put(new Component.Body(to, steering.yawRadians(), velocity(from, to)));
  }

  private void go(Entity entity) {
    walkRoute(entity, Limits.GO_SPEED);
    if (entity.need(Component.Route.class).corners().isEmpty()) {
      arrive(entity);
    }
  }

  private void arrive(Entity entity) {
    state.halt(entity);
    state.tell(new WorldEvent.Arrived(state.tick(), entity.id(), entity.position()));
    state.begin(entity, Activity.IDLE);
  }

  private void follow(Entity entity) {
    Optional<Entity> other = other(entity);
    if (other.isEmpty()) {
      giveUp(entity);
      return;
    }
    Vec3 target = other.get().position();
    double gap = entity.position().groundDistanceTo(target) - Limits.FOLLOW_METERS;
    boolean rests = !entity.isMoving();
    if (gap <= 0.1 || (rests && gap < Limits.FOLLOW_START_METERS - Limits.FOLLOW_METERS)) {
      rest(entity, target);
      return;
    }
    renew(entity, target);
    if (entity.need(Component.Route.class).corners().isEmpty()) {
      rest(entity, target);
      return;
    }
    double pace = other.get().body().velocity().length() + CATCH_UP_PER_SECOND * gap;
    double speed = Math.min(Limits.SPEED_MAX, Math.max(FOLLOW_SPEED_MIN, pace));
    walkRoute(entity, Math.min(speed, gap / Limits.TICK_SECONDS));
  }

  /** Looks for the way to a moving target again when it is time to. */
  private void renew(Entity entity, Vec3 target) {
    Component.Route route = entity.need(Component.Route.class);
    if (state.tick() >= route.renewTick()) {
      List<Vec3> corners =
          state.walker().way(entity.position(), target, Limits.GOAL_METERS_MAX).orElse(List.of());
      entity.put(new Component.Route(corners, state.tick() + RENEW_TICKS));
    }
  }

  private void lead(Entity entity) {
    Optional<Entity> other = other(entity);
    if (other.isEmpty()) {
      giveUp(entity);
      return;
    }
    Vec3 behind = other.get().position();
    double gap = entity.position().groundDistanceTo(behind);
    Vec3 goal = entity.activity().goal().orElseThrow();
    boolean isAhead = entity.position().groundDistanceTo(goal) < behind.groundDistanceTo(goal);
    double gapMax = entity.isMoving() ? Limits.LEAD_METERS_MAX : Limits.LEAD_RESUME_METERS;
    if (isAhead && gap > gapMax) {
      rest(entity, behind);
      return;
    }
    go(entity);
  }

  /** The one that it follows or leads, while that one is in the world. */
  private Optional<Entity> other(Entity entity) {
    return entity.activity().other().flatMap(state::awake);
  }

  private void giveUp(Entity entity) {
    state.halt(entity);
    state.begin(entity, Activity.IDLE);
  }

  private void rest(Entity entity, Vec3 facing) {
    state.halt(entity);
    state.face(entity, facing);
  }

  /**
   * Walks along the corners of the route as far as one tick takes. The lines between them lie on
   * the mesh, so there is nothing to collide with.
   */
  private void walkRoute(Entity entity, double speed) {
    Component.Route route = entity.need(Component.Route.class);
    Vec3 from = entity.position();
    Vec3 at = from;
    double left = speed * Limits.TICK_SECONDS;
    int passed = 0;
    while (passed < route.corners().size() && left > 0) {
      Vec3 corner = route.corners().get(passed);
      double distance = at.groundDistanceTo(corner);
      if (distance <= left) {
        at = corner;
        passed++;
      } else {
        at = at.plus(corner.minus(at).times(left / distance));
      }
      left -= distance;
    }
    List<Vec3> ahead = route.corners().subList(passed, route.corners().size());
    entity.put(new Component.Route(ahead, route.renewTick()));
    Vec3 to = state.walker().ground().onFloor(at);
    boolean moved = from.groundDistanceTo(to) > 1e-9;
    double yaw = moved ? from.yawTo(to) : entity.body().yawRadians();
    entity.put(new Component.Body(to, yaw, velocity(from, to)));
  }

  private static Vec3 velocity(Vec3 from, Vec3 to) {
    return to.minus(from).times(Limits.TICKS_PER_SECOND);
  }
}
