package anima.client.village;

import anima.client.mesh.Blob;
import anima.client.mesh.Colours;
import anima.client.mesh.MeshBuilder;
import anima.client.mesh.Shapes;
import anima.world.place.House;
import com.jme3.math.Quaternion;
import com.jme3.math.Vector3f;
import java.util.SplittableRandom;

/** Stalls, forges and jetties: open work, no rooms. */
final class Worksteads {
  private static final int[] FRUIT = {0xC9463A, 0xE09A35, 0x8FAE3C, 0xD9C24A, 0x7A4C7F};

  private Worksteads() {}

  static void stall(MeshBuilder out, House house, SplittableRandom random) {
    float w = (float) house.widthMeters() / 2;
    float d = (float) house.depthMeters() / 2;
    float high = (float) Math.max(2.3, house.heightMeters());
    float low = high - 0.55f;
    out.colour(Palette.TIMBER);
    for (int side = -1; side <= 1; side += 2) {
      rod(out, side * w * 0.94f, -0.4f, -d * 0.9f, high, 0.07f);
      rod(out, side * w * 0.94f, -0.4f, d * 0.9f, low, 0.07f);
    }
    awning(out, w, d, high, low, house.roofRgb());
    out.colour(Palette.PALE_TIMBER).occlusion(0.75f);
    out.push(0, 0, d * 0.45, 0);
    Shapes.box(out, w * 1.8, 0.85, d * 0.75);
    out.colour(Palette.PLANK).occlusion(0.9f);
    out.push(0, 0.85, 0, 0);
    Shapes.box(out, w * 1.92, 0.07, d * 0.9);
    out.pop();
    int crates = Math.max(2, (int) (w * 1.7 / 0.62));
    for (int i = 0; i < crates; i++) {
      double x = ((i + 0.5) / crates - 0.5) * w * 1.75;
      out.push(x, 0.92, 0, (random.nextDouble() - 0.5) * 0.15);
      tray(out, FRUIT[random.nextInt(FRUIT.length)], random);
      out.pop();
    }
    out.pop();
    out.push(w * 0.55, 0, -d * 0.45, 0.3);
    Things.crate(out);
    out.pop();
    out.push(-w * 0.5, 0, -d * 0.5, 0);
    barrel(out);
    out.pop();
  }

  private static void rod(MeshBuilder out, float x, float foot, float z, float top, float r) {
    Shapes.rod(out, new Vector3f(x, foot, z), new Vector3f(x, top, z), r, r, 6);
  }

  private static void awning(MeshBuilder out, float w, float d, float high, float low, int rgb) {
    int stripes = Math.max(6, Math.round(w * 2 / 0.38f) / 2 * 2 + 1);
    for (int i = 0; i < stripes; i++) {
      float x1 = -w * 1.06f + 2.12f * w * i / stripes;
      float x2 = -w * 1.06f + 2.12f * w * (i + 1) / stripes;
      out.colour(i % 2 == 0 ? rgb : Palette.CANVAS).occlusion(1);
      Vector3f a = new Vector3f(x1, low, d * 1.25f);
      Vector3f b = new Vector3f(x2, low, d * 1.25f);
      Vector3f c = new Vector3f(x2, high + 0.06f, -d);
      Vector3f e = new Vector3f(x1, high + 0.06f, -d);
      out.flat(a, b, c, e);
      Vector3f tip = new Vector3f((x1 + x2) / 2, low - 0.3f, d * 1.27f);
      out.flat(a, tip, b);
      out.flat(b, tip, a);
      out.occlusion(0.5f);
      Vector3f down = new Vector3f(0, -0.02f, 0);
      out.flat(e.add(down), c.add(down), b.add(down), a.add(down));
    }
    out.occlusion(1);
  }

  /** A flat box heaped with round goods. */
  private static void tray(MeshBuilder out, int fruit, SplittableRandom random) {
    out.colour(Palette.PALE_TIMBER).occlusion(0.8f);
    Shapes.taperedBox(out, 0.46, 0.4, 0.54, 0.48, 0.16);
    for (int i = 0; i < 11; i++) {
      double x = (random.nextDouble() - 0.5) * 0.36;
      double z = (random.nextDouble() - 0.5) * 0.32;
      out.colour(Colours.shade(fruit, 0.85 + random.nextDouble() * 0.3)).occlusion(0.95f);
      out.push(x, 0.17 + random.nextDouble() * 0.06, z, 0);
      Shapes.ellipsoid(out, 0.075, 0.07, 0.075, 7, 5);
      out.pop();
    }
  }

  static void barrel(MeshBuilder out) {
    out.colour(Palette.PALE_TIMBER).occlusion(0.85f);
    double[][] staves = {{0.27, 0}, {0.33, 0.25}, {0.345, 0.45}, {0.33, 0.65}, {0.27, 0.9}};
    Shapes.lathe(out, 12, staves);
    out.colour(Palette.IRON);
    for (double y : new double[] {0.12, 0.7}) {
      Shapes.lathe(out, 12, new double[][] {{0.325, y}, {0.345, y + 0.07}});
    }
  }

  /** A shed open to +Z with a hearth, an anvil and a trough. */
  static void forge(MeshBuilder out, House house, SplittableRandom random) {
    double w = house.widthMeters();
    double d = house.depthMeters();
    double rise = Math.min(w, d) * 0.36;
    double top = Math.max(2.6, house.heightMeters() - rise);
    out.colour(Palette.DARK_STONE).occlusion(0.75f);
    out.push(0, -1.2, 0, 0);
    Shapes.box(out, w + 0.4, 1.32, d + 0.4);
    out.pop();
    out.push(0, 0, -d * 0.25, 0);
    Walls.room(out, w, d * 0.5, 0.1, top, Colours.mix(Palette.STONE, house.wallRgb(), 0.4));
    Walls.door(out, -w * 0.24, d * 0.25, 1.0, 2.0, Palette.DOOR);
    out.push(0, 0, 0, Math.PI / 2);
    Walls.window(out, 0, 1.5, w / 2, 0.8, 0.9, 0);
    out.pop();
    out.pop();
    out.colour(Palette.TIMBER).occlusion(0.9f);
    for (int side = -1; side <= 1; side++) {
      rod(out, (float) (side * w * 0.48), 0, (float) (d * 0.47), (float) top, 0.12f);
    }
    Vector3f left = new Vector3f((float) (-w / 2), (float) top - 0.08f, (float) (d * 0.47));
    Shapes.beam(out, left, new Vector3f(-left.x, left.y, left.z), 0.2);
    boolean along = w >= d;
    out.push(0, 0, 0, along ? 0 : Math.PI / 2);
    Roofs.gable(
        out, along ? w : d, along ? d : w, top, rise, house.roofRgb(), house.wallRgb(), random);
    out.pop();
    hearth(out, w * 0.27, d * 0.08, top + rise + 0.9);
    anvil(out, -w * 0.05, d * 0.3);
    out.push(-w * 0.38, 0.1, d * 0.32, 0.4);
    barrel(out);
    out.pop();
  }

  private static void hearth(MeshBuilder out, double x, double z, double chimneyTop) {
    out.push(x, 0.1, z, 0);
    out.colour(Palette.STONE).occlusion(0.8f);
    Shapes.box(out, 1.5, 0.85, 1.1);
    out.colour(0xFF8A3A).glow(1);
    out.push(0, 0.86, 0.05, Quaternion.IDENTITY, 0.45, 0.12, 0.32);
    new Blob(1, 0.3, 5).facetted(out);
    out.pop();
    out.glow(0).colour(Palette.DARK_STONE);
    out.push(0, 1.7, -0.1, 0);
    Shapes.taperedBox(out, 1.5, 1.1, 0.75, 0.7, 0.9);
    out.push(0, 0.9, 0, 0);
    Shapes.box(out, 0.75, chimneyTop - 2.6, 0.7);
    out.pop();
    out.pop();
    for (int side = -1; side <= 1; side += 2) {
      Walls.slab(out, side * 0.66, 1.3, -0.45, 0.16, 0.9, 0.16);
    }
    out.pop();
    out.occlusion(1);
  }

  private static void anvil(MeshBuilder out, double x, double z) {
    out.push(x, 0.1, z, 0.5);
    out.colour(Palette.TIMBER);
    Shapes.lathe(out, 9, new double[][] {{0.3, 0}, {0.27, 0.5}});
    out.colour(Palette.IRON);
    Walls.slab(out, 0, 0.6, 0, 0.26, 0.22, 0.2);
    Walls.slab(out, 0, 0.76, 0, 0.62, 0.14, 0.26);
    Shapes.rod(out, new Vector3f(0.3f, 0.77f, 0), new Vector3f(0.62f, 0.8f, 0), 0.1, 0.02, 7);
    out.pop();
  }

  /** A deck of planks on piles; {@code deck} is its height above the frame's foot. */
  static void jetty(MeshBuilder out, House house, SplittableRandom random) {
    double w = house.widthMeters();
    double d = house.depthMeters();
    boolean across = d >= w;
    double run = across ? d : w;
    double span = across ? w : d;
    out.push(0, 0, 0, across ? 0 : Math.PI / 2);
    int planks = (int) Math.round(run / 0.34);
    for (int i = 0; i < planks; i++) {
      double z = ((i + 0.5) / planks - 0.5) * run;
      int tone = Colours.mix(Palette.PLANK, Palette.WET_PLANK, random.nextDouble());
      out.colour(tone).occlusion(1);
      out.push((random.nextDouble() - 0.5) * 0.1, -0.1, z, (random.nextDouble() - 0.5) * 0.02);
      Shapes.box(out, span, 0.1, run / planks - 0.035);
      out.pop();
    }
    out.colour(Palette.WET_PLANK).occlusion(0.7f);
    int piles = Math.max(2, (int) Math.round(run / 3.2));
    for (int i = 0; i <= piles; i++) {
      float z = (float) ((i / (double) piles - 0.5) * run);
      for (int side = -1; side <= 1; side += 2) {
        float x = (float) (side * (span / 2 - 0.06));
        float up = i % 2 == 0 ? 0.75f : 0.28f;
        Shapes.rod(out, new Vector3f(x, -4.5f, z), new Vector3f(x, up, z), 0.16, 0.13, 7);
        if (i % 2 == 0) {
          out.colour(Palette.ROPE);
          Shapes.rod(
              out, new Vector3f(x, up - 0.3f, z), new Vector3f(x, up - 0.12f, z), 0.17, 0.17, 7);
          out.colour(Palette.WET_PLANK);
        }
      }
      Shapes.beam(
          out,
          new Vector3f((float) -span / 2, -0.22f, z),
          new Vector3f((float) span / 2, -0.22f, z),
          0.18);
    }
    out.pop();
    out.occlusion(1);
  }
}
