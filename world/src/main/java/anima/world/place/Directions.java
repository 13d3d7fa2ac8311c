package anima.world.place;

import anima.world.Label;
import anima.world.Language;
import anima.world.Vec3;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Says how to get somewhere, as a person would: "down the road to the south, past the well, about
 * 60 steps", "沿着路往南走，经过水井，大约六十步". Pure.
 */
public final class Directions {
  /** A step of a grown person. */
  private static final double STEP_METERS = 0.75;

  /** People walk a little further than the crow flies. */
  private static final double DETOUR = 1.1;

  /** Whoever is this near to something small is there. */
  private static final double HERE_METERS = 5;

  /** One passes what lies this near to the straight line. */
  private static final double PASS_METERS = 9;

  /** Someone is on a road who is no further from it. */
  private static final double ROAD_METERS = 6;

  private static final List<Label> WINDS =
      List.of(
          new Label("south", "南"),
          new Label("south-east", "东南"),
          new Label("east", "东"),
          new Label("north-east", "东北"),
          new Label("north", "北"),
          new Label("north-west", "西北"),
          new Label("west", "西"),
          new Label("south-west", "西南"));

  private Directions() {}

  /** The way in words, without a full stop, fit to follow "It is …". */
  public static String to(Place place, Vec3 from, Landmark goal, Language language) {
    Vec3 to = at(goal);
    double meters = from.groundDistanceTo(to);
    boolean english = language == Language.EN;
    if (meters <= Math.max(HERE_METERS, goal.radiusMeters())) {
      return english ? "right here" : "就在这里";
    }
    String wind = wind(from, to).in(language);
    boolean byRoad = isByRoad(place, from) && isByRoad(place, to);
    List<String> parts = new ArrayList<>();
    if (english) {
      parts.add(byRoad ? "down the road to the " + wind : "to the " + wind);
    } else {
      parts.add(byRoad ? "沿着路往" + wind + "走" : "往" + wind + "走");
    }
    past(place, from, goal)
        .ifPresent(
            mark -> parts.add(english ? "past the " + mark.name().en() : "经过" + mark.name().zh()));
    int steps = steps(meters);
    parts.add(english ? "about " + steps + " steps" : "大约" + ChineseNumber.of(steps) + "步");
    return String.join(english ? ", " : "，", parts);
  }

  /** The wind that blows from there, of eight. */
  public static Label wind(Vec3 from, Vec3 to) {
    double turns = from.yawTo(to) / (2 * StrictMath.PI);
    return WINDS.get(Math.floorMod((int) Math.rint(turns * WINDS.size()), WINDS.size()));
  }

  /** Steps of the way, rounded as people do: to fives below fifty, then to tens, then fifties. */
  private static int steps(double meters) {
    double exact = meters * DETOUR / STEP_METERS;
    int unit = exact < 50 ? 5 : exact < 200 ? 10 : 50;
    return Math.max(5, (int) Math.rint(exact / unit) * unit);
  }

  private static boolean isByRoad(Place place, Vec3 point) {
    return place.roads().stream()
        .anyMatch(road -> new RoadLine(road).distance(point.x(), point.z()) <= ROAD_METERS);
  }

  private static Vec3 at(Landmark mark) {
    return new Vec3(mark.x(), 0, mark.z());
  }

  /** The landmark in between that lies nearest to the straight line. */
  private static Optional<Landmark> past(Place place, Vec3 from, Landmark goal) {
    Vec3 way = new Vec3(goal.x() - from.x(), 0, goal.z() - from.z());
    double squared = way.x() * way.x() + way.z() * way.z();
    record Passed(Landmark mark, double off) {}
    return place.landmarks().stream()
        .filter(mark -> !mark.id().equals(goal.id()))
        .filter(mark -> from.groundDistanceTo(at(mark)) > mark.radiusMeters())
        .map(
            mark -> {
              double dx = mark.x() - from.x();
              double dz = mark.z() - from.z();
              double share = (dx * way.x() + dz * way.z()) / squared;
              double off = Math.abs(dx * way.z() - dz * way.x()) / Math.sqrt(squared);
              return new Passed(mark, share > 0.2 && share < 0.8 ? off : Double.MAX_VALUE);
            })
        .filter(passed -> passed.off() <= PASS_METERS)
        .min(Comparator.comparingDouble(Passed::off).thenComparing(p -> p.mark().id()))
        .map(Passed::mark);
  }
}
