package anima.brain.mind;

import anima.world.Action;
import anima.world.Activity;
import anima.world.Vec3;
import anima.world.place.Landmark;
import anima.world.place.Place;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The daily round of someone who has nothing else to do: at work by day, among people in the
 * evening, at home at night; a few steps now and then. Equal seeds and perceptions give equal
 * rounds. Owned by the thread of its mind.
 */
final class Routine {
  private static final double MORNING_HOUR = 7;
  private static final double EVENING_HOUR = 18;
  private static final double NIGHT_HOUR = 22;

  private static final double STROLL_METERS = 4;
  private static final int PAUSE_TICKS_MIN = 300;
  private static final int PAUSE_TICKS_SPREAD = 900;

  private final Vec3 home;
  private final Vec3 work;
  private final Vec3 gathering;
  private final RandomGenerator random;
  private long nextTick;

  /**
   * @param start where it stands, for one that has neither home nor workplace
   */
  Routine(Profile profile, Place place, Vec3 start, long nowTick, RandomGenerator random) {
    this.random = random;
    Spots spots = new Spots(place);
    work = profile.workplace().orElse(start);
    home = profile.home().flatMap(spots::landmark).map(Spots::at).orElse(work);
    gathering = profile.home().isPresent() ? gathering(place.landmarks(), start) : start;
    nextTick = nowTick + PAUSE_TICKS_MIN + random.nextInt(PAUSE_TICKS_SPREAD);
  }

  /** What to do now; most of the time nothing. Only to be asked when nothing else is going on. */
  Optional<Action> next(Perception perception) {
    if (perception.tick() < nextTick || isWalking(perception)) {
      return Optional.empty();
    }
    nextTick = perception.tick() + PAUSE_TICKS_MIN + random.nextInt(PAUSE_TICKS_SPREAD);
    Vec3 spot = spotAt(perception.hour());
    Vec3 goal = near(spot);
    return Optional.of(new Action.Go(perception.self().id(), goal));
  }

  private static boolean isWalking(Perception perception) {
    Activity.Kind kind = perception.self().activity().kind();
    return kind != Activity.Kind.IDLE && kind != Activity.Kind.WAITING;
  }

  private Vec3 spotAt(double hour) {
    if (hour >= NIGHT_HOUR || hour < MORNING_HOUR) {
      return home;
    }
    return hour < EVENING_HOUR ? work : gathering;
  }

  private Vec3 near(Vec3 spot) {
    double angle = random.nextDouble() * 2 * Math.PI;
    double distance = Math.sqrt(random.nextDouble()) * STROLL_METERS;
    return spot.plus(new Vec3(distance * Math.sin(angle), 0, distance * Math.cos(angle)));
  }

  private Vec3 gathering(List<Landmark> landmarks, Vec3 start) {
    return landmarks.isEmpty() ? start : Spots.at(landmarks.get(random.nextInt(landmarks.size())));
  }
}
