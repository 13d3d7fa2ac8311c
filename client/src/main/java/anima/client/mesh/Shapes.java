package anima.client.mesh;

import com.jme3.math.FastMath;
import com.jme3.math.Quaternion;
import com.jme3.math.Vector3f;

/** Solids drawn with a {@link MeshBuilder}'s pen, in its present frame. Metres. */
public final class Shapes {
  private Shapes() {}

  /** A box from its centre's foot: half of x and z to each side, y upwards. */
  public static void box(MeshBuilder out, double width, double height, double depth) {
    taperedBox(out, width, depth, width, depth, height);
  }

  /** A box whose top differs from its foot in width and depth. */
  public static void taperedBox(
      MeshBuilder out,
      double width,
      double depth,
      double topWidth,
      double topDepth,
      double height) {
    Vector3f[] foot = rectangle(width, depth, 0);
    Vector3f[] top = rectangle(topWidth, topDepth, height);
    for (int i = 0; i < 4; i++) {
      int next = (i + 1) % 4;
      out.flat(foot[i], foot[next], top[next], top[i]);
    }
    out.flat(top[0], top[1], top[2], top[3]);
    out.flat(foot[3], foot[2], foot[1], foot[0]);
  }

  private static Vector3f[] rectangle(double width, double depth, double y) {
    float x = (float) width / 2;
    float z = (float) depth / 2;
    float height = (float) y;
    return new Vector3f[] {
      new Vector3f(-x, height, z),
      new Vector3f(x, height, z),
      new Vector3f(x, height, -z),
      new Vector3f(-x, height, -z)
    };
  }

  /** A beam between two points with a square section. */
  public static void beam(MeshBuilder out, Vector3f from, Vector3f to, double thickness) {
    Vector3f along = to.subtract(from);
    out.push(from.x, from.y, from.z, upTo(along));
    box(out, thickness, along.length(), thickness);
    out.pop();
  }

  /** A round rod between two points, thinner at its end if so told. */
  public static void rod(
      MeshBuilder out, Vector3f from, Vector3f to, double radius, double endRadius, int sides) {
    Vector3f along = to.subtract(from);
    out.push(from.x, from.y, from.z, upTo(along));
    lathe(out, sides, new double[][] {{radius, 0}, {endRadius, along.length()}});
    out.pop();
  }

  /** The turn that takes +Y to a direction. */
  public static Quaternion upTo(Vector3f direction) {
    Vector3f to = direction.normalize();
    Vector3f axis = Vector3f.UNIT_Y.cross(to);
    if (axis.lengthSquared() < 1e-8f) {
      return to.y > 0
          ? new Quaternion()
          : new Quaternion().fromAngleAxis(FastMath.PI, Vector3f.UNIT_X);
    }
    float angle = FastMath.acos(FastMath.clamp(to.y, -1, 1));
    return new Quaternion().fromAngleAxis(angle, axis.normalize());
  }

  /**
   * A solid of revolution about +Y through points (radius, height), from foot to top, smooth around
   * and along; ends with a radius above zero are closed flat.
   */
  public static void lathe(MeshBuilder out, int sides, double[][] profile) {
    int rows = profile.length;
    int[][] index = new int[rows][sides + 1];
    for (int row = 0; row < rows; row++) {
      double[] before = profile[Math.max(0, row - 1)];
      double[] after = profile[Math.min(rows - 1, row + 1)];
      double outward = after[1] - before[1];
      double upward = before[0] - after[0];
      for (int side = 0; side <= sides; side++) {
        double angle = side * 2 * Math.PI / sides;
        double sin = Math.sin(angle);
        double cos = Math.cos(angle);
        double radius = profile[row][0];
        index[row][side] =
            out.vertex(
                radius * sin, profile[row][1], radius * cos, outward * sin, upward, outward * cos);
      }
    }
    stitch(out, index);
    disc(out, sides, profile[0], -1);
    disc(out, sides, profile[rows - 1], 1);
  }

  private static void disc(MeshBuilder out, int sides, double[] end, int up) {
    if (end[0] < 1e-4) {
      return;
    }
    int centre = out.vertex(0, end[1], 0, 0, up, 0);
    int last = 0;
    for (int side = 0; side <= sides; side++) {
      double angle = side * 2 * Math.PI / sides;
      int rim = out.vertex(end[0] * Math.sin(angle), end[1], end[0] * Math.cos(angle), 0, up, 0);
      if (side > 0 && up > 0) {
        out.triangle(centre, last, rim);
      } else if (side > 0) {
        out.triangle(centre, rim, last);
      }
      last = rim;
    }
  }

  /** Triangles between rows of vertices, each row one step up (outside on the right of its run). */
  public static void stitch(MeshBuilder out, int[][] index) {
    for (int row = 0; row + 1 < index.length; row++) {
      for (int i = 0; i + 1 < index[row].length; i++) {
        int a = index[row][i];
        int b = index[row][i + 1];
        int c = index[row + 1][i + 1];
        int d = index[row + 1][i];
        out.triangle(a, b, c);
        out.triangle(a, c, d);
      }
    }
  }

  /** An ellipsoid about the frame's origin. */
  public static void ellipsoid(
      MeshBuilder out, double rx, double ry, double rz, int sides, int rings) {
    out.push(0, 0, 0, Quaternion.IDENTITY, rx, ry, rz);
    double[][] profile = new double[rings + 1][];
    for (int ring = 0; ring <= rings; ring++) {
      double angle = Math.PI * (ring / (double) rings - 0.5);
      profile[ring] = new double[] {Math.max(0, Math.cos(angle)), Math.sin(angle)};
    }
    lathe(out, sides, profile);
    out.pop();
  }
}
