package anima.client.flora;

import anima.client.mesh.Blob;
import anima.client.mesh.Colours;
import anima.client.mesh.MeshBuilder;
import anima.client.mesh.Shapes;
import com.jme3.math.Quaternion;
import com.jme3.math.Vector3f;
import java.util.SplittableRandom;

/** How plants are drawn, each from its seed. Their frame: foot at the origin, metres. */
final class Trees {
  private static final int BARK = 0x6B4E37;
  private static final int PINE_BARK = 0x70503C;
  private static final int[] OAK_CROWNS = {0x7F9A3C, 0x6F8F3A, 0x8C9A40, 0x5F8638};
  private static final int[] OAK_FEET = {0x3E5E2A, 0x365727, 0x4A6530, 0x33562B};
  private static final int[] PINE_GREENS = {0x3F6B3A, 0x4A7440, 0x376038};
  private static final int[] FLOWERS = {0xE7E2F2, 0xE8798F, 0xF3C64E, 0xB28ADB};

  private final int splits;

  /**
   * @param splits how fine leaves are: 0 for far away, 1 coarse, 2 fine
   */
  Trees(int splits) {
    this.splits = splits;
  }

  void draw(MeshBuilder out, Plant plant, double height) {
    SplittableRandom random = new SplittableRandom(plant.seed());
    double s = plant.size();
    Quaternion turn = new Quaternion().fromAngles(0, (float) plant.yawRadians(), 0);
    out.push(plant.x(), height - 0.1, plant.z(), turn, s, s, s);
    switch (plant.kind()) {
      case "oak" -> oak(out, random);
      case "pine" -> pine(out, random);
      case "reed" -> reed(out, random);
      default -> bush(out, random);
    }
    out.pop();
    out.sway(0).occlusion(1).glow(0);
  }

  private void oak(MeshBuilder out, SplittableRandom random) {
    double tall = 2.3 + random.nextDouble() * 0.7;
    double lean = (random.nextDouble() - 0.5) * 0.5;
    Vector3f fork = new Vector3f((float) lean, (float) tall, (float) (lean * 0.4));
    out.colour(BARK).occlusion(0.75f).sway(0);
    out.push(0, 0, 0, Shapes.upTo(fork));
    Shapes.lathe(out, 7, new double[][] {{0.46, 0}, {0.31, 0.35}, {0.25, tall * 0.6}, {0.2, tall}});
    out.pop();
    int kind = random.nextInt(OAK_CROWNS.length);
    int lobes = splits == 0 ? 3 : 5 + random.nextInt(2);
    for (int i = 0; i < lobes; i++) {
      double angle = i * 2 * Math.PI / lobes + random.nextDouble() * 0.7;
      double reach = 1.05 + random.nextDouble() * 0.5;
      double up = tall + 0.25 + random.nextDouble() * 0.9;
      Vector3f at =
          new Vector3f(
              (float) (lean + reach * Math.sin(angle)),
              (float) up,
              (float) (reach * Math.cos(angle)));
      if (splits > 0) {
        out.colour(BARK).occlusion(0.6f).sway(0.02f);
        Shapes.rod(out, fork.subtract(0, 0.5f, 0), at, 0.13, 0.06, 5);
      }
      lobe(out, random, at, 1.05 + random.nextDouble() * 0.4, kind, 0.5f);
    }
    Vector3f crown = new Vector3f((float) lean, (float) (tall + 1.75), 0);
    lobe(out, random, crown, 1.55 + random.nextDouble() * 0.3, kind, 0.62f);
  }

  private void lobe(
      MeshBuilder out, SplittableRandom random, Vector3f at, double r, int kind, float occlusion) {
    int crown = Colours.shade(OAK_CROWNS[kind], 0.93 + random.nextDouble() * 0.16);
    out.push(at.x, at.y, at.z, Quaternion.IDENTITY, r, r * 0.82, r).sway(0.09f);
    Blob blob = new Blob(splits, 0.24, random.nextLong());
    blob.leafy(out, OAK_FEET[kind], crown, occlusion);
    blob.fringe(out, 22 * splits, 0.26, OAK_FEET[kind], crown, random);
    out.pop();
  }

  private void pine(MeshBuilder out, SplittableRandom random) {
    double tall = 6.4 + random.nextDouble() * 2.2;
    out.colour(PINE_BARK).occlusion(0.7f).sway(0);
    Shapes.lathe(out, 6, new double[][] {{0.27, 0}, {0.19, 0.5}, {0.1, tall * 0.8}});
    int green = PINE_GREENS[random.nextInt(PINE_GREENS.length)];
    int tiers = splits == 0 ? 3 : 5;
    for (int tier = 0; tier < tiers; tier++) {
      double part = tier / (double) tiers;
      double foot = 0.9 + part * (tall - 1.4);
      double radius = (1 - part) * 1.55 + 0.42;
      double rise = tall / tiers * 1.45;
      out.push(0, foot, 0, random.nextDouble() * 6).sway((float) (0.03 + part * 0.1));
      skirt(out, random, radius, rise, Colours.shade(green, 0.86 + part * 0.3));
      out.pop();
    }
  }

  /** A cone with a ragged, drooping rim, darker underneath. */
  private void skirt(
      MeshBuilder out, SplittableRandom random, double radius, double rise, int green) {
    int points = 6 + 6 * splits;
    Vector3f[] rim = new Vector3f[points];
    for (int i = 0; i < points; i++) {
      double angle = i * 2 * Math.PI / points;
      double r = radius * ((i & 1) == 0 ? 1.05 : 0.74) * (0.92 + random.nextDouble() * 0.16);
      double droop = (i & 1) == 0 ? -0.16 : 0.08;
      rim[i] =
          new Vector3f((float) (r * Math.sin(angle)), (float) droop, (float) (r * Math.cos(angle)));
    }
    int[] lower = new int[points + 1];
    int[] upper = new int[points + 1];
    for (int i = 0; i <= points; i++) {
      Vector3f at = rim[i % points];
      out.colour(Colours.shade(green, (i & 1) == 0 ? 1.12 : 0.86)).occlusion(0.62f);
      lower[i] = out.vertex(at.x, at.y, at.z, at.x, radius * 0.55, at.z);
      out.colour(Colours.shade(green, 0.8)).occlusion(0.9f);
      upper[i] = out.vertex(at.x * 0.06, rise, at.z * 0.06, at.x, radius * 0.55, at.z);
    }
    Shapes.stitch(out, new int[][] {lower, upper});
    out.colour(Colours.shade(green, 0.5)).occlusion(0.4f);
    int hub = out.vertex(0, 0.35, 0, 0, -1, 0);
    for (int i = 0; i < points; i++) {
      Vector3f a = rim[i];
      Vector3f b = rim[(i + 1) % points];
      int first = out.vertex(a.x, a.y, a.z, 0, -1, 0);
      out.triangle(hub, out.vertex(b.x, b.y, b.z, 0, -1, 0), first);
    }
  }

  private void bush(MeshBuilder out, SplittableRandom random) {
    int kind = random.nextInt(OAK_CROWNS.length);
    int flower = random.nextInt(3) == 0 ? FLOWERS[random.nextInt(FLOWERS.length)] : 0;
    for (int i = 0; i < 4; i++) {
      double r = 0.5 + random.nextDouble() * 0.35;
      double x = (random.nextDouble() - 0.5) * 1.1;
      double z = (random.nextDouble() - 0.5) * 1.1;
      int crown = Colours.shade(OAK_CROWNS[kind], 0.85 + random.nextDouble() * 0.2);
      out.push(x, r * 0.62, z, Quaternion.IDENTITY, r, r * 0.85, r).sway(0.04f);
      Blob blob = new Blob(Math.max(0, splits - 1), 0.25, random.nextLong());
      blob.leafy(out, OAK_FEET[kind], crown, 0.5f);
      blob.fringe(out, 12 * splits, 0.34, OAK_FEET[kind], crown, random);
      out.pop();
      if (flower != 0) {
        blossoms(out, random, x, r, z, flower);
      }
    }
  }

  private static void blossoms(
      MeshBuilder out, SplittableRandom random, double x, double r, double z, int flower) {
    out.colour(flower).occlusion(1);
    for (int i = 0; i < 5; i++) {
      double angle = random.nextDouble() * 6.28;
      double up = 0.25 + random.nextDouble() * 0.6;
      double flat = Math.sqrt(Math.max(0, 1 - up * up)) * r * 1.02;
      out.push(x + flat * Math.sin(angle), r * 0.62 + up * r * 0.9, z + flat * Math.cos(angle), 0);
      Shapes.ellipsoid(out, 0.075, 0.06, 0.075, 5, 3);
      out.pop();
    }
  }

  private static void reed(MeshBuilder out, SplittableRandom random) {
    for (int i = 0; i < 9; i++) {
      double x = (random.nextDouble() - 0.5) * 0.9;
      double z = (random.nextDouble() - 0.5) * 0.9;
      float tall = (float) (0.9 + random.nextDouble() * 0.9);
      Vector3f foot = new Vector3f((float) x, 0, (float) z);
      Vector3f tip = foot.add((float) (x * 0.4), tall, (float) (z * 0.4));
      out.colour(0x7F8F45).occlusion(0.8f).sway(0.12f);
      Shapes.rod(out, foot, tip, 0.03, 0.008, 3);
      if (i % 3 == 0) {
        out.colour(0x6A4A2C);
        Shapes.rod(out, tip, tip.add(0, 0.22f, 0), 0.045, 0.035, 5);
      }
    }
  }
}
