package anima.world;

import java.util.Optional;

/**
 * What a body is about: its kind, the other one it follows or leads, and the place it goes to.
 * Visible to whoever sees the body.
 */
public record Activity(Kind kind, Optional<EntityId> other, Optional<Vec3> goal) {
  public static final Activity IDLE = new Activity(Kind.IDLE, Optional.empty(), Optional.empty());

  /** An activity that concerns nobody else and leads nowhere. */
  public static Activity of(Kind kind) {
    return new Activity(kind, Optional.empty(), Optional.empty());
  }

  /** The closed set of activities. */
  public enum Kind {
    IDLE,
    /** Steered step by step, as a human's keys do. */
    WALKING,
    /** On the way to a goal over the navmesh. */
    GOING,
    FOLLOWING,
    /** Walks ahead of {@link Activity#other} to a goal and waits when they fall behind. */
    LEADING,
    /** Stays until told otherwise. */
    WAITING,
    /** Sits, on the ground or on a bench, until it moves or stands up. */
    SITTING
  }
}
