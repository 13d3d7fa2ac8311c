package anima.world.place;

import anima.world.json.Bounds;
import anima.world.json.Length;
import anima.world.json.OneOf;
import anima.world.json.Rgb;

/**
 * A building that bodies walk around; {@code jetty} is the exception, a deck that they walk upon,
 * whose height counts from the sea level. Width runs along its local X, depth along its local Z;
 * its front looks along local Z, which is world Z turned by the yaw towards X.
 */
public record House(
    @Length(min = 1, max = 32) String id,
    @OneOf({"cottage", "inn", "tower", "forge", "mill", "hall", "stall", "jetty"}) String kind,
    @Bounds(min = -512, max = 512) double x,
    @Bounds(min = -512, max = 512) double z,
    @Bounds(min = -360, max = 360) double yawDegrees,
    @Bounds(min = 1, max = 60) double widthMeters,
    @Bounds(min = 1, max = 60) double depthMeters,
    @Bounds(min = 0.2, max = 60) double heightMeters,
    @Rgb int wallRgb,
    @Rgb int roofRgb) {

  /** Whether one walks upon it rather than around it. */
  public boolean isDeck() {
    return kind.equals("jetty");
  }
}
