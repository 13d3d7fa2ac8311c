package anima.world.place;

import anima.world.json.Bounds;
import anima.world.json.Length;
import java.util.List;

/** A trodden way over the ground, along straight lines between its points. */
public record Road(
    @Bounds(min = 0.5, max = 20) double widthMeters,
    @Length(min = 2, max = 200) List<Point> points) {
  public Road {
    points = List.copyOf(points);
  }

  /** A point of the ground plane, in metres. */
  public record Point(
      @Bounds(min = -512, max = 512) double x, @Bounds(min = -512, max = 512) double z) {}
}
