package anima.client.village;

import anima.client.mesh.Colours;
import anima.client.mesh.MeshBuilder;
import anima.client.mesh.Shapes;
import com.jme3.math.FastMath;
import com.jme3.math.Quaternion;
import com.jme3.math.Vector3f;
import java.util.SplittableRandom;

/** Walls of timber and plaster, with doors and windows. Frames: foot on the ground, +Z outwards. */
final class Walls {
  private Walls() {}

  /** Four walls from {@code foot} to {@code top}, darker near the ground and under the eaves. */
  static void room(MeshBuilder out, double width, double depth, double foot, double top, int rgb) {
    for (int side = 0; side < 4; side++) {
      boolean front = (side & 1) == 0;
      out.push(0, 0, 0, side * FastMath.HALF_PI);
      face(out, front ? width : depth, front ? depth : width, foot, top, rgb);
      out.pop();
    }
  }

  private static void face(
      MeshBuilder out, double width, double depth, double foot, double top, int rgb) {
    double[] heights = {foot, foot + 0.55, top - 0.6, top};
    float[] open = {0.55f, 0.9f, 0.95f, 0.55f};
    int[][] index = new int[4][2];
    for (int row = 0; row < 4; row++) {
      out.occlusion(open[row]).colour(row == 0 ? Colours.shade(rgb, 0.86) : rgb);
      index[row][0] = out.vertex(-width / 2, heights[row], depth / 2, 0, 0, 1);
      index[row][1] = out.vertex(width / 2, heights[row], depth / 2, 0, 0, 1);
    }
    Shapes.stitch(out, index);
    out.occlusion(1);
  }

  /** Posts at the corners, rails and braces on all four sides. */
  static void frame(
      MeshBuilder out,
      double width,
      double depth,
      double foot,
      double top,
      SplittableRandom random) {
    for (int side = 0; side < 4; side++) {
      boolean front = (side & 1) == 0;
      double w = front ? width : depth;
      double d = front ? depth : width;
      out.push(0, 0, 0, side * FastMath.HALF_PI);
      out.colour(Palette.TIMBER).occlusion(0.85f);
      bar(out, -w / 2, foot, -w / 2, top, d, 0.2);
      bar(out, -w / 2, top - 0.08, w / 2, top - 0.08, d, 0.2);
      bar(out, -w / 2, foot + 0.06, w / 2, foot + 0.06, d, 0.18);
      int bays = Math.max(2, (int) Math.round(w / 1.9));
      for (int bay = 1; bay < bays; bay++) {
        double x = -w / 2 + w * bay / bays;
        bar(out, x, foot, x, top, d, 0.13);
      }
      double bay = w / bays;
      boolean flip = random.nextBoolean();
      bar(out, -w / 2, flip ? foot : top, -w / 2 + bay, flip ? top : foot, d, 0.12);
      bar(out, w / 2, flip ? foot : top, w / 2 - bay, flip ? top : foot, d, 0.12);
      out.pop();
    }
    out.occlusion(1);
  }

  private static void bar(
      MeshBuilder out, double x1, double y1, double x2, double y2, double depth, double thick) {
    float z = (float) (depth / 2);
    Shapes.beam(
        out,
        new Vector3f((float) x1, (float) y1, z),
        new Vector3f((float) x2, (float) y2, z),
        thick);
  }

  /** A window with frame, bars, sill and, if wanted, shutters and flowers. */
  static void window(
      MeshBuilder out, double x, double y, double z, double width, double height, int shutter) {
    out.push(x, y, z, 0);
    out.colour(Palette.GLASS).glow(0.85f).occlusion(0.8f);
    slab(out, 0, 0, 0.02, width, height, 0.03);
    out.glow(0).colour(0xE8DCC2).occlusion(0.95f);
    double t = 0.08;
    slab(out, -width / 2, 0, 0.05, t, height + t, 0.1);
    slab(out, width / 2, 0, 0.05, t, height + t, 0.1);
    slab(out, 0, height / 2, 0.05, width + t, t, 0.1);
    slab(out, 0, -height / 2, 0.07, width + 0.22, t, 0.18);
    slab(out, 0, 0, 0.04, 0.045, height, 0.05);
    slab(out, 0, height * 0.08, 0.04, width, 0.045, 0.05);
    if (shutter != 0) {
      shutters(out, width, height, shutter);
    }
    out.occlusion(1);
    out.pop();
  }

  private static void shutters(MeshBuilder out, double width, double height, int rgb) {
    for (int side = -1; side <= 1; side += 2) {
      out.push(side * (width / 2 + width * 0.27 + 0.04), 0, 0.05, side * -0.16);
      out.colour(rgb);
      slab(out, 0, 0, 0.03, width * 0.5, height + 0.06, 0.05);
      out.colour(Colours.shade(rgb, 0.75));
      slab(out, 0, height * 0.28, 0.06, width * 0.5, 0.07, 0.04);
      slab(out, 0, -height * 0.28, 0.06, width * 0.5, 0.07, 0.04);
      out.pop();
    }
  }

  /** A trough of flowers under a window. */
  static void flowerBox(
      MeshBuilder out, double x, double y, double z, double width, SplittableRandom random) {
    int[] petals = {0xE2566B, 0xF0B93C, 0xF3EEE2, 0xC86BC0};
    int petal = petals[random.nextInt(petals.length)];
    out.push(x, y, z + 0.14, 0);
    out.colour(Palette.PALE_TIMBER);
    Shapes.box(out, width, 0.18, 0.22);
    for (int i = 0; i < 9; i++) {
      double at = (i / 8.0 - 0.5) * width * 0.9;
      boolean bloom = i % 2 == 0;
      out.colour(bloom ? petal : Palette.LEAF).occlusion(0.9f);
      out.push(at, 0.2 + random.nextDouble() * 0.08, (random.nextDouble() - 0.5) * 0.1, 0);
      Shapes.ellipsoid(out, 0.09, 0.08, 0.09, 6, 4);
      out.pop();
    }
    out.pop();
  }

  /** A plank door in its frame, with a step and a knob. */
  static void door(MeshBuilder out, double x, double z, double width, double height, int rgb) {
    out.push(x, 0, z, 0);
    out.colour(Palette.STONE).occlusion(0.8f);
    out.push(0, -0.3, 0.35, 0);
    Shapes.box(out, width + 0.6, 0.42, 0.8);
    out.pop();
    out.colour(Palette.TIMBER).occlusion(0.9f);
    double middle = 0.12 + height / 2;
    slab(out, -width / 2 - 0.07, middle, 0.05, 0.15, height, 0.16);
    slab(out, width / 2 + 0.07, middle, 0.05, 0.15, height, 0.16);
    slab(out, 0, 0.12 + height + 0.07, 0.06, width + 0.42, 0.17, 0.2);
    int planks = 5;
    for (int i = 0; i < planks; i++) {
      out.colour(Colours.shade(rgb, 0.9 + 0.2 * ((i * 7) % 3) / 2.0)).occlusion(0.8f);
      double at = (i + 0.5) / planks - 0.5;
      slab(out, at * width, middle, 0.02, width / planks - 0.02, height, 0.06);
    }
    out.colour(Palette.IRON);
    slab(out, 0, 0.12 + height * 0.24, 0.06, width * 0.9, 0.06, 0.04);
    slab(out, 0, 0.12 + height * 0.76, 0.06, width * 0.9, 0.06, 0.04);
    out.colour(Palette.BRASS);
    out.push(width * 0.34, middle, 0.1, 0);
    Shapes.ellipsoid(out, 0.05, 0.05, 0.05, 6, 4);
    out.pop();
    out.pop();
    out.occlusion(1);
  }

  /** A box about its own middle. */
  static void slab(
      MeshBuilder out, double x, double y, double z, double width, double height, double depth) {
    out.push(x, y - height / 2, z, Quaternion.IDENTITY);
    Shapes.box(out, width, height, depth);
    out.pop();
  }
}
