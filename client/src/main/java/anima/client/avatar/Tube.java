package anima.client.avatar;

import anima.client.mesh.MeshBuilder;
import anima.client.mesh.Shapes;
import java.util.ArrayList;
import java.util.List;

/**
 * A soft tube through rings from below upwards, each bound to one or two joints: limbs, trunks and
 * skirts.
 */
final class Tube {
  private final List<Ring> rings = new ArrayList<>();
  private final int sides;

  /** A ring's middle, its half widths, its colour, its joints and how open it is to the sky. */
  private record Ring(
      double x,
      double y,
      double z,
      double rx,
      double rz,
      int rgb,
      int jointA,
      int jointB,
      float weightB,
      float open) {}

  Tube(int sides) {
    this.sides = sides;
  }

  Tube ring(double x, double y, double z, double rx, double rz, int rgb, int joint) {
    return ring(x, y, z, rx, rz, rgb, joint, joint, 0, 1);
  }

  Tube ring(
      double x,
      double y,
      double z,
      double rx,
      double rz,
      int rgb,
      int jointA,
      int jointB,
      double weightB,
      double open) {
    rings.add(new Ring(x, y, z, rx, rz, rgb, jointA, jointB, (float) weightB, (float) open));
    return this;
  }

  void draw(MeshBuilder out) {
    int[][] index = new int[rings.size()][sides + 1];
    for (int row = 0; row < rings.size(); row++) {
      Ring ring = rings.get(row);
      Ring below = rings.get(Math.max(0, row - 1));
      Ring above = rings.get(Math.min(rings.size() - 1, row + 1));
      double rise = Math.max(1e-3, above.y - below.y);
      double flare = (below.rx + below.rz - above.rx - above.rz) / 2;
      out.colour(ring.rgb).occlusion(ring.open);
      for (int side = 0; side <= sides; side++) {
        double angle = side * 2 * Math.PI / sides;
        double sin = Math.sin(angle);
        double cos = Math.cos(angle);
        bind(out, ring, sin);
        index[row][side] =
            out.vertex(
                ring.x + ring.rx * sin,
                ring.y,
                ring.z + ring.rz * cos,
                sin * rise / Math.max(ring.rx, 1e-3) * ring.rz,
                flare,
                cos * rise);
      }
    }
    Shapes.stitch(out, index);
    out.occlusion(1);
  }

  /** A ring of both thighs follows on each side the thigh of that side. */
  private static void bind(MeshBuilder out, Ring ring, double sin) {
    if (ring.jointB == Bones.THIGH_LEFT && ring.jointA == Bones.HIPS) {
      double lean = Math.min(1, Math.abs(sin) * 1.6);
      int thigh = sin >= 0 ? Bones.THIGH_LEFT : Bones.THIGH_RIGHT;
      out.joints(Bones.HIPS, thigh, (float) (ring.weightB * lean));
    } else {
      out.joints(ring.jointA, ring.jointB, ring.weightB);
    }
  }
}
