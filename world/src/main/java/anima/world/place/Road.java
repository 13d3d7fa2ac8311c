package anima.world.place;

import java.util.List;

/** A trodden way over the ground. */
public record Road(double widthMeters, List<Point> points) {
  public Road {
    points = List.copyOf(points);
  }

  /** A point of the ground plane, in metres. */
  public record Point(double x, double z) {}
}
