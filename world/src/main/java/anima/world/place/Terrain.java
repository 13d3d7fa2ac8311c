package anima.world.place;

/**
 * Height of the ground of a place: the same numbers on every machine, for walking and for drawing.
 */
public interface Terrain {
  /** Height in metres of the ground at a point; below the sea level is under water. */
  double heightMeters(double x, double z);
}
