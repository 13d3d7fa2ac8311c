package anima.client.avatar;

import anima.world.Component;
import anima.world.Vec3;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Where a body was told to be, tick by tick; asked for a moment between two ticks it answers with a
 * place between. Before the first it answers with the first, after the last with the last.
 */
public final class BodyTrack {
  /** States kept; older ones are forgotten. */
  static final int STATE_COUNT_MAX = 64;

  /** Further than this in one step is not walked but jumped. */
  private static final double JUMP_METERS = 5;

  private final Deque<Told> told = new ArrayDeque<>();

  private record Told(double tick, Component.Body body) {}

  /** A body between ticks; the speed is over the ground. */
  public record Sample(Vec3 position, double yawRadians, double speed) {}

  public BodyTrack(long tick, Component.Body body) {
    told.add(new Told(tick, body));
  }

  /** Hears of a state. A body that stood still since the last one is taken to stand until now. */
  public void add(long tick, Component.Body body) {
    Told last = told.getLast();
    if (tick <= last.tick) {
      return;
    }
    if (tick - last.tick > 1) {
      told.add(new Told(tick - 1.0, last.body));
    }
    told.add(new Told(tick, body));
    while (told.size() > STATE_COUNT_MAX) {
      told.removeFirst();
    }
  }

  /** The latest state that was told. */
  public Component.Body latest() {
    return told.getLast().body;
  }

  public Sample at(double tick) {
    Iterator<Told> each = told.iterator();
    Told before = each.next();
    while (each.hasNext()) {
      Told after = each.next();
      if (after.tick > tick) {
        return between(
            before, after, Math.max(0, (tick - before.tick) / (after.tick - before.tick)));
      }
      before = after;
    }
    return new Sample(
        before.body.position(), before.body.yawRadians(), speed(before.body.velocity()));
  }

  private static Sample between(Told from, Told to, double part) {
    Vec3 start = from.body.position();
    Vec3 way = to.body.position().minus(start);
    double yaw = from.body.yawRadians();
    double turn = Math.IEEEremainder(to.body.yawRadians() - yaw, 2 * Math.PI);
    if (way.length() > JUMP_METERS) {
      return new Sample(to.body.position(), to.body.yawRadians(), 0);
    }
    double speed = speed(from.body.velocity()) * (1 - part) + speed(to.body.velocity()) * part;
    return new Sample(start.plus(way.times(part)), yaw + turn * part, speed);
  }

  private static double speed(Vec3 velocity) {
    return Math.hypot(velocity.x(), velocity.z());
  }
}
