package anima.client.village;

import anima.client.mesh.Colours;
import anima.client.mesh.MeshBuilder;
import anima.client.mesh.Shapes;
import com.jme3.math.Vector3f;
import java.util.SplittableRandom;

/** Roofs of tiles, laid row over row. The ridge runs along X. */
final class Roofs {
  static final double EAVES_METERS = 0.55;
  static final double VERGE_METERS = 0.45;
  private static final double LIFT_METERS = 0.055;

  private Roofs() {}

  /** A gable roof over a room: eaves at {@code foot}, ridge {@code rise} above. */
  static void gable(
      MeshBuilder out,
      double length,
      double span,
      double foot,
      double rise,
      int rgb,
      int wallRgb,
      SplittableRandom random) {
    gableWall(out, length / 2, span, foot, rise, wallRgb);
    out.push(0, 0, 0, Math.PI);
    gableWall(out, length / 2, span, foot, rise, wallRgb);
    out.pop();
    double half = span / 2;
    double pitch = rise / half;
    for (int side = 0; side < 2; side++) {
      out.push(0, 0, 0, side * Math.PI);
      slope(
          out,
          length + 2 * VERGE_METERS,
          half + EAVES_METERS,
          foot - EAVES_METERS * pitch,
          foot + rise + 0.06,
          rgb,
          random);
      boards(out, length / 2 + VERGE_METERS, half + EAVES_METERS, foot, rise, pitch);
      out.pop();
    }
    out.colour(Colours.shade(rgb, 0.72));
    float y = (float) (foot + rise + 0.1);
    float x = (float) (length / 2 + VERGE_METERS);
    Shapes.beam(out, new Vector3f(-x, y, 0), new Vector3f(x, y, 0), 0.2);
  }

  private static void gableWall(
      MeshBuilder out, double x, double span, double foot, double rise, int rgb) {
    out.push(x, 0, 0, Math.PI / 2);
    out.colour(rgb).occlusion(0.8f);
    out.flat(
        new Vector3f((float) (-span / 2), (float) foot, 0),
        new Vector3f((float) (span / 2), (float) foot, 0),
        new Vector3f(0, (float) (foot + rise), 0));
    out.colour(Palette.TIMBER).occlusion(0.85f);
    Shapes.beam(
        out, new Vector3f(0, (float) foot, 0), new Vector3f(0, (float) (foot + rise), 0), 0.14);
    float tie = (float) (foot + rise * 0.45);
    float reach = (float) (span * 0.275);
    Shapes.beam(out, new Vector3f(-reach, tie, 0), new Vector3f(reach, tie, 0), 0.13);
    out.occlusion(1);
    out.pop();
  }

  /** One side: courses of tiles, each lying on the one below it. */
  private static void slope(
      MeshBuilder out,
      double length,
      double run,
      double low,
      double high,
      int rgb,
      SplittableRandom random) {
    int courses = Math.max(4, (int) Math.round(Math.hypot(run, high - low) / 0.42));
    int tiles = Math.max(4, (int) Math.round(length / 0.55));
    for (int course = 0; course < courses; course++) {
      double from = course / (double) courses;
      double to = (course + 1) / (double) courses;
      double shift = (course & 1) * 0.5;
      for (int tile = 0; tile <= tiles; tile++) {
        double left = Math.max(0, (tile - shift) / tiles);
        double right = Math.min(1, (tile + 1 - shift) / tiles);
        if (right > left) {
          double tone = 0.86 + random.nextDouble() * 0.24;
          out.colour(Colours.shade(rgb, tone)).occlusion(course == 0 ? 0.85f : 1);
          double x1 = (left - 0.5) * length;
          double x2 = (right - 0.5) * length;
          tile(out, x1, x2, at(run, low, high, from), at(run, low, high, to));
        }
      }
    }
    out.occlusion(0.45f).colour(Palette.TIMBER);
    Vector3f a = corner(-length / 2, at(run, low, high, 0), -0.03);
    Vector3f b = corner(length / 2, at(run, low, high, 0), -0.03);
    Vector3f c = corner(length / 2, at(run, low, high, 1), -0.03);
    Vector3f d = corner(-length / 2, at(run, low, high, 1), -0.03);
    out.flat(d, c, b, a);
    out.occlusion(1);
  }

  private static double[] at(double run, double low, double high, double part) {
    return new double[] {run * (1 - part), low + (high - low) * part};
  }

  private static void tile(MeshBuilder out, double x1, double x2, double[] foot, double[] head) {
    Vector3f a = corner(x1, foot, LIFT_METERS);
    Vector3f b = corner(x2, foot, LIFT_METERS);
    out.flat(a, b, corner(x2, head, 0), corner(x1, head, 0));
    out.flat(corner(x1, foot, -0.02), corner(x2, foot, -0.02), b, a);
  }

  private static Vector3f corner(double x, double[] zy, double lift) {
    return new Vector3f((float) x, (float) (zy[1] + lift), (float) zy[0]);
  }

  /** Boards along the verges, and along the eaves. */
  private static void boards(
      MeshBuilder out, double x, double run, double foot, double rise, double pitch) {
    out.colour(Palette.TIMBER);
    float low = (float) (foot - EAVES_METERS * pitch);
    Vector3f eaves = new Vector3f((float) x, low, (float) run);
    Vector3f ridge = new Vector3f((float) x, (float) (foot + rise), 0);
    Shapes.beam(out, eaves, ridge, 0.16);
    Vector3f left = new Vector3f(-eaves.x, eaves.y, eaves.z);
    Vector3f leftRidge = new Vector3f(-ridge.x, ridge.y, ridge.z);
    Shapes.beam(out, left, leftRidge, 0.16);
  }

  /** A roof to one point over a square or round room. */
  static void cone(MeshBuilder out, int sides, double radius, double foot, double rise, int rgb) {
    int courses = 7;
    for (int course = 0; course < courses; course++) {
      double low = course / (double) courses;
      double high = (course + 1) / (double) courses;
      for (int side = 0; side < sides; side++) {
        double tone = 0.86 + 0.22 * (((course * 31 + side * 17) % 7) / 6.0);
        out.colour(Colours.shade(rgb, tone));
        Vector3f a = ring(sides, side, radius * (1 - low) + 0.05, foot + rise * low);
        Vector3f b = ring(sides, side + 1, radius * (1 - low) + 0.05, foot + rise * low);
        Vector3f c = ring(sides, side + 1, radius * (1 - high), foot + rise * high);
        Vector3f d = ring(sides, side, radius * (1 - high), foot + rise * high);
        if (course + 1 < courses) {
          out.flat(a, b, c, d);
        } else {
          out.flat(a, b, c);
        }
      }
    }
  }

  private static Vector3f ring(int sides, int side, double radius, double y) {
    double angle = side * 2 * Math.PI / sides;
    return new Vector3f(
        (float) (radius * Math.sin(angle)), (float) y, (float) (radius * Math.cos(angle)));
  }
}
