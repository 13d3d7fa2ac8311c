package anima.client.village;

import anima.client.mesh.Blob;
import anima.client.mesh.Colours;
import anima.client.mesh.MeshBuilder;
import anima.client.mesh.Shapes;
import anima.world.place.Thing;
import com.jme3.math.Quaternion;
import com.jme3.math.Vector3f;

/** Things of a place: bell, bench, well, lamp, crate, boat. */
final class Things {
  static final double LAMP_METERS = 2.75;
  private static final int[] HULLS = {0x4C7C8C, 0xB35A45, 0x5B7F52, 0xD0B26A};

  private Things() {}

  static void draw(MeshBuilder out, Thing thing) {
    switch (thing.kind()) {
      case "bell" -> bell(out);
      case "bench" -> bench(out);
      case "well" -> well(out);
      case "lamp" -> lamp(out);
      case "boat" -> boat(out, HULLS[Math.floorMod(thing.id().hashCode(), HULLS.length)]);
      case "stone" -> stone(out, thing.id().hashCode());
      default -> crate(out);
    }
    out.occlusion(1).glow(0);
  }

  static void crate(MeshBuilder out) {
    out.colour(Palette.PALE_TIMBER).occlusion(0.8f);
    Shapes.box(out, 0.68, 0.64, 0.68);
    out.colour(Palette.TIMBER);
    for (int side = 0; side < 4; side++) {
      out.push(0, 0, 0, side * Math.PI / 2);
      Walls.slab(out, 0, 0.08, 0.34, 0.74, 0.1, 0.05);
      Walls.slab(out, 0, 0.58, 0.34, 0.74, 0.1, 0.05);
      Walls.slab(out, 0.31, 0.33, 0.34, 0.1, 0.66, 0.05);
      Shapes.beam(out, new Vector3f(-0.3f, 0.1f, 0.345f), new Vector3f(0.3f, 0.56f, 0.345f), 0.06);
      out.pop();
    }
  }

  /** A standing stone, leaning and worn. */
  private static void stone(MeshBuilder out, long seed) {
    float lean = (Math.floorMod(seed, 11) - 5) * 0.02f;
    double tall = 1.15 + Math.floorMod(seed, 5) * 0.16;
    out.colour(0x8B877C).occlusion(0.85f);
    out.push(0, tall * 0.75, 0, new Quaternion().fromAngles(lean, 0, lean), 0.62, tall, 0.4);
    new Blob(2, 0.28, seed).facetted(out);
    out.pop();
    out.colour(0x66703F).occlusion(0.7f);
    out.push(0, 0.05, 0, Quaternion.IDENTITY, 0.75, 0.22, 0.55);
    new Blob(1, 0.3, seed + 1).facetted(out);
    out.pop();
  }

  private static void bench(MeshBuilder out) {
    out.colour(Palette.TIMBER).occlusion(0.8f);
    for (int side = -1; side <= 1; side += 2) {
      Walls.slab(out, side * 0.7, 0.2, 0, 0.12, 0.5, 0.42);
      Walls.slab(out, side * 0.7, 0.65, -0.2, 0.1, 0.5, 0.08);
    }
    out.colour(Palette.PLANK).occlusion(0.95f);
    for (int i = 0; i < 3; i++) {
      Walls.slab(out, 0, 0.47, -0.14 + i * 0.16, 1.8, 0.05, 0.14);
    }
    Walls.slab(out, 0, 0.7, -0.25, 1.8, 0.14, 0.04);
    Walls.slab(out, 0, 0.88, -0.26, 1.8, 0.14, 0.04);
  }

  private static void well(MeshBuilder out) {
    int stones = 14;
    for (int row = 0; row < 3; row++) {
      for (int i = 0; i < stones; i++) {
        double angle = (i + row * 0.5) * 2 * Math.PI / stones;
        out.colour(Colours.shade(Palette.STONE, 0.85 + ((i * 5 + row * 3) % 7) / 6.0 * 0.3));
        out.occlusion(0.6f + row * 0.15f);
        out.push(Math.sin(angle) * 0.95, row * 0.3 - 0.05, Math.cos(angle) * 0.95, angle);
        Shapes.taperedBox(out, 0.42, 0.34, 0.4, 0.3, 0.29);
        out.pop();
      }
    }
    out.colour(0x2A3F48).occlusion(0.6f);
    Shapes.lathe(out, 12, new double[][] {{0.85, 0.2}, {0.85, 0.42}});
    out.colour(Palette.TIMBER).occlusion(0.95f);
    for (int side = -1; side <= 1; side += 2) {
      Walls.slab(out, side * 0.98, 1.15, 0, 0.15, 2.3, 0.15);
    }
    Shapes.rod(out, new Vector3f(-1, 1.62f, 0), new Vector3f(1, 1.62f, 0), 0.1, 0.1, 8);
    out.colour(Palette.ROPE);
    Shapes.rod(out, new Vector3f(0, 1.0f, 0), new Vector3f(0, 1.6f, 0), 0.025, 0.025, 5);
    out.colour(Palette.PALE_TIMBER);
    out.push(0, 0.75, 0, 0);
    Shapes.lathe(out, 10, new double[][] {{0.15, 0}, {0.2, 0.3}});
    out.pop();
    roofOfWell(out);
  }

  private static void roofOfWell(MeshBuilder out) {
    for (int side = 0; side < 2; side++) {
      out.push(0, 0, 0, side * Math.PI);
      for (int row = 0; row < 4; row++) {
        out.colour(Colours.shade(0xA4573F, 0.85 + ((row * 3) % 4) / 3.0 * 0.25)).occlusion(1);
        float near = 1.0f - row * 0.25f;
        float low = 2.05f + row * 0.2f;
        Vector3f a = new Vector3f(-1.35f, low, near);
        Vector3f b = new Vector3f(1.35f, low, near);
        Vector3f c = new Vector3f(1.35f, low + 0.24f, near - 0.27f);
        Vector3f d = new Vector3f(-1.35f, low + 0.24f, near - 0.27f);
        out.flat(a, b, c, d);
        out.occlusion(0.5f).flat(d, c, b, a);
      }
      out.pop();
    }
  }

  private static void lamp(MeshBuilder out) {
    out.colour(Palette.STONE).occlusion(0.8f);
    Shapes.lathe(out, 8, new double[][] {{0.24, -0.2}, {0.2, 0.25}});
    out.colour(Palette.IRON).occlusion(1);
    Shapes.lathe(out, 8, new double[][] {{0.08, 0.2}, {0.06, 0.4}, {0.05, LAMP_METERS - 0.3}});
    out.push(0, LAMP_METERS - 0.3, 0, 0);
    Shapes.lathe(out, 8, new double[][] {{0.05, -0.05}, {0.17, 0.06}});
    out.colour(Palette.LAMP_GLASS).glow(1);
    Shapes.lathe(out, 6, new double[][] {{0.13, 0.06}, {0.19, 0.42}});
    out.glow(0).colour(Palette.IRON);
    Shapes.lathe(out, 6, new double[][] {{0.26, 0.42}, {0.2, 0.5}, {0.03, 0.66}, {0.0, 0.76}});
    out.pop();
  }

  private static void bell(MeshBuilder out) {
    out.colour(Palette.DARK_STONE).occlusion(0.8f);
    out.push(0, -0.3, 0, 0);
    Shapes.taperedBox(out, 1.9, 1.3, 1.6, 1.0, 0.5);
    out.pop();
    out.colour(Palette.TIMBER).occlusion(1);
    for (int side = -1; side <= 1; side += 2) {
      Walls.slab(out, side * 0.62, 1.5, 0, 0.18, 2.7, 0.18);
      Shapes.beam(
          out, new Vector3f(side * 0.62f, 0.2f, 0.42f), new Vector3f(side * 0.62f, 1.1f, 0), 0.11);
    }
    Walls.slab(out, 0, 2.75, 0, 1.75, 0.2, 0.24);
    out.colour(Palette.BRASS);
    out.push(0, 1.72, 0, 0);
    Shapes.lathe(
        out,
        14,
        new double[][] {
          {0.4, 0}, {0.34, 0.12}, {0.27, 0.45}, {0.22, 0.7}, {0.1, 0.84}, {0.06, 0.95}
        });
    out.colour(Palette.IRON);
    Shapes.rod(out, new Vector3f(0, 0.5f, 0), new Vector3f(0, -0.14f, 0), 0.03, 0.05, 6);
    out.pop();
    out.colour(Palette.ROPE);
    Shapes.rod(out, new Vector3f(0.1f, 0.75f, 0), new Vector3f(0, 1.6f, 0), 0.025, 0.025, 5);
  }

  /** A rowing boat, keel along Z, afloat at the frame's foot. */
  private static void boat(MeshBuilder out, int hull) {
    int ribs = 9;
    int[][] outside = new int[ribs][];
    int[][] inside = new int[ribs][];
    for (int rib = 0; rib < ribs; rib++) {
      double t = rib / (double) (ribs - 1) * 2 - 1;
      outside[rib] = rib(out, t, 1, hull);
      inside[rib] = rib(out, t, -1, Palette.PLANK);
    }
    Shapes.stitch(out, outside);
    Shapes.stitch(out, inside);
    out.occlusion(0.9f).colour(Palette.PALE_TIMBER);
    for (double z : new double[] {-0.85, 0.05, 0.9}) {
      Walls.slab(out, 0, 0.3, z, 1.05 - Math.abs(z) * 0.25, 0.05, 0.26);
    }
    out.colour(Palette.PLANK);
    Shapes.rod(
        out, new Vector3f(-0.35f, 0.36f, -1.2f), new Vector3f(-0.25f, 0.42f, 1.2f), 0.03, 0.03, 5);
    Shapes.rod(
        out, new Vector3f(0.3f, 0.36f, -1.1f), new Vector3f(0.35f, 0.42f, 1.3f), 0.03, 0.03, 5);
  }

  private static int[] rib(MeshBuilder out, double t, int facing, int rgb) {
    double beam = 0.72 * Math.sqrt(Math.max(0.004, 1 - Math.pow(Math.abs(t), 2.6)));
    double shrink = facing < 0 ? 0.92 : 1;
    double rise = 0.42 + 0.24 * t * t;
    double keel = -0.28 + 0.2 * Math.pow(Math.abs(t), 3);
    double z = t * 2.0 * (facing < 0 ? 0.96 : 1);
    int points = 7;
    int[] index = new int[points];
    for (int i = 0; i < points; i++) {
      double s = i / (double) (points - 1) * 2 - 1;
      double x = facing * s * beam * shrink;
      double curve = Math.pow(Math.abs(s), 2.2);
      double y = keel + (rise - keel) * curve + (facing < 0 && curve < 0.9 ? 0.05 : 0);
      boolean strake = Math.abs(s) > 0.9 && facing > 0;
      out.colour(strake ? Palette.CANVAS : rgb).occlusion(facing < 0 ? 0.7f : 0.95f);
      index[i] = out.vertex(x, y, z, facing * x * 1.6, -facing * (1 - curve), facing * t * 0.4);
    }
    return index;
  }
}
