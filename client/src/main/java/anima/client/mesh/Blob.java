package anima.client.mesh;

import com.jme3.math.Vector3f;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** An uneven ball, for rocks and leaves: an icosahedron, split, its corners moved by noise. */
public final class Blob {
  private static final float GOLDEN = 1.618034f;
  private static final int[][] FACES = {
    {0, 11, 5}, {0, 5, 1}, {0, 1, 7}, {0, 7, 10}, {0, 10, 11}, {1, 5, 9}, {5, 11, 4},
    {11, 10, 2}, {10, 7, 6}, {7, 1, 8}, {3, 9, 4}, {3, 4, 2}, {3, 2, 6}, {3, 6, 8},
    {3, 8, 9}, {4, 9, 5}, {2, 4, 11}, {6, 2, 10}, {8, 6, 7}, {9, 8, 1}
  };

  private final List<Vector3f> corners = new ArrayList<>();
  private final List<int[]> faces = new ArrayList<>();

  /**
   * @param splits how often each triangle is split in four
   * @param uneven how far corners move, as a part of the radius
   */
  public Blob(int splits, double uneven, long seed) {
    for (int axis = 0; axis < 3; axis++) {
      for (int sign = 0; sign < 4; sign++) {
        float one = (sign & 1) == 0 ? -1 : 1;
        float golden = (sign & 2) == 0 ? GOLDEN : -GOLDEN;
        corners.add(corner(axis, one, golden).normalizeLocal());
      }
    }
    faces.addAll(List.of(FACES));
    for (int split = 0; split < splits; split++) {
      split();
    }
    Noise noise = new Noise(seed);
    for (Vector3f corner : corners) {
      float bump = noise.fractal(corner.x * 2 + corner.z * 3.1, corner.y * 2 - corner.z * 1.7, 2);
      corner.multLocal((float) (1 + uneven * (bump * 2 - 1)));
    }
  }

  private static Vector3f corner(int axis, float one, float golden) {
    return switch (axis) {
      case 0 -> new Vector3f(one, golden, 0);
      case 1 -> new Vector3f(0, one, golden);
      default -> new Vector3f(golden, 0, one);
    };
  }

  private void split() {
    List<int[]> old = new ArrayList<>(faces);
    Map<Long, Integer> middles = new HashMap<>();
    faces.clear();
    for (int[] face : old) {
      int ab = middle(middles, face[0], face[1]);
      int bc = middle(middles, face[1], face[2]);
      int ca = middle(middles, face[2], face[0]);
      faces.add(new int[] {face[0], ab, ca});
      faces.add(new int[] {face[1], bc, ab});
      faces.add(new int[] {face[2], ca, bc});
      faces.add(new int[] {ab, bc, ca});
    }
  }

  private int middle(Map<Long, Integer> middles, int a, int b) {
    long key = ((long) Math.min(a, b) << 32) | Math.max(a, b);
    return middles.computeIfAbsent(
        key,
        k -> {
          corners.add(corners.get(a).add(corners.get(b)).normalizeLocal());
          return corners.size() - 1;
        });
  }

  /** Draws it with flat faces, as stone. */
  public void facetted(MeshBuilder out) {
    for (int[] face : faces) {
      out.flat(corners.get(face[0]), corners.get(face[1]), corners.get(face[2]));
    }
  }

  /** Leaves that stand out from the surface, so that its outline is ragged. */
  public void fringe(
      MeshBuilder out, int count, double size, int foot, int crown, SplittableRandom random) {
    for (int i = 0; i < count; i++) {
      Vector3f at = corners.get(random.nextInt(corners.size()));
      Vector3f jitter =
          new Vector3f(offset(random), offset(random), offset(random)).multLocal(0.55f);
      Vector3f outward = at.add(jitter).normalizeLocal();
      Vector3f side = outward.cross(new Vector3f(offset(random), 1, offset(random)));
      side.normalizeLocal().multLocal((float) (size * 0.5));
      Vector3f root = outward.mult(at.length() * 0.93f);
      Vector3f droop = new Vector3f(offset(random), offset(random) - 0.25f, offset(random));
      Vector3f tip = outward.add(droop.multLocal(0.9f)).multLocal((float) size).addLocal(root);
      float up = outward.y * 0.5f + 0.5f;
      double tone = 0.9 + random.nextDouble() * 0.3;
      out.colour(Colours.shade(Colours.mix(foot, crown, up), tone)).occlusion(0.55f + 0.45f * up);
      Vector3f a = root.add(side);
      Vector3f b = root.subtract(side);
      int first = out.vertex(a.x, a.y, a.z, outward.x, outward.y, outward.z);
      int second = out.vertex(tip.x, tip.y, tip.z, outward.x, outward.y, outward.z);
      int third = out.vertex(b.x, b.y, b.z, outward.x, outward.y, outward.z);
      out.triangle(first, second, third);
      out.triangle(first, third, second);
    }
    out.occlusion(1);
  }

  private static float offset(SplittableRandom random) {
    return (float) (random.nextDouble() * 2 - 1);
  }

  /** Draws it smooth, from {@code foot} below to {@code crown} above, as leaves. */
  public void leafy(MeshBuilder out, int foot, int crown, float footOcclusion) {
    int[] index = new int[corners.size()];
    for (int i = 0; i < index.length; i++) {
      Vector3f corner = corners.get(i);
      float up = corner.y * 0.5f + 0.5f;
      out.colour(Colours.mix(foot, crown, up * up * 0.7 + up * 0.3));
      out.occlusion(footOcclusion + (1 - footOcclusion) * up);
      index[i] = out.vertex(corner.x, corner.y, corner.z, corner.x, corner.y, corner.z);
    }
    for (int[] face : faces) {
      out.triangle(index[face[0]], index[face[1]], index[face[2]]);
    }
    out.occlusion(1);
  }
}
