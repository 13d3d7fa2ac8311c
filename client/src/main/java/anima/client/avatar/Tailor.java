package anima.client.avatar;

import anima.client.mesh.Colours;
import anima.client.mesh.MeshBuilder;
import anima.client.mesh.Shapes;
import com.jme3.math.Quaternion;

/** Trunk, limbs and clothes of a body at rest. */
final class Tailor {
  private static final int SIDES = 14;

  private final MeshBuilder out;
  private final Wardrobe wears;

  Tailor(MeshBuilder out, Wardrobe wears) {
    this.out = out;
    this.wears = wears;
  }

  void draw() {
    leg(1, Bones.THIGH_LEFT, Bones.SHIN_LEFT, Bones.FOOT_LEFT);
    leg(-1, Bones.THIGH_RIGHT, Bones.SHIN_RIGHT, Bones.FOOT_RIGHT);
    trunk();
    arm(1, Bones.ARM_LEFT, Bones.FOREARM_LEFT, Bones.HAND_LEFT);
    arm(-1, Bones.ARM_RIGHT, Bones.FOREARM_RIGHT, Bones.HAND_RIGHT);
    if (wears.apron() >= 0) {
      apron();
    }
  }

  private void trunk() {
    double broad = wears.broad() ? 1.1 : 0.94;
    int cloth = wears.cloth();
    int shade = Colours.shade(cloth, 0.86);
    Tube tube = new Tube(SIDES);
    if (wears.skirt()) {
      tube.ring(0, 0.2, 0, 0.285, 0.25, wears.trim(), Bones.HIPS, Bones.THIGH_LEFT, 0.62, 0.6)
          .ring(0, 0.235, 0, 0.28, 0.245, wears.trim(), Bones.HIPS, Bones.THIGH_LEFT, 0.6, 0.65)
          .ring(0, 0.24, 0, 0.277, 0.243, shade, Bones.HIPS, Bones.THIGH_LEFT, 0.6, 0.65)
          .ring(0, 0.5, 0, 0.235, 0.2, cloth, Bones.HIPS, Bones.THIGH_LEFT, 0.42, 0.85)
          .ring(0, 0.76, 0, 0.19, 0.155, cloth, Bones.HIPS, Bones.THIGH_LEFT, 0.16, 0.95);
    } else {
      tube.ring(
              0,
              0.64,
              0,
              0.205 * broad,
              0.165,
              wears.trim(),
              Bones.HIPS,
              Bones.THIGH_LEFT,
              0.5,
              0.6)
          .ring(
              0,
              0.67,
              0,
              0.203 * broad,
              0.163,
              wears.trim(),
              Bones.HIPS,
              Bones.THIGH_LEFT,
              0.45,
              0.7)
          .ring(0, 0.675, 0, 0.2 * broad, 0.16, shade, Bones.HIPS, Bones.THIGH_LEFT, 0.45, 0.75)
          .ring(0, 0.8, 0, 0.18 * broad, 0.145, cloth, Bones.HIPS, Bones.THIGH_LEFT, 0.2, 0.9);
    }
    int belt = Colours.shade(wears.boots(), 1.15);
    tube.ring(0, 0.93, 0, 0.158 * broad, 0.122, shade, Bones.HIPS)
        .ring(0, 0.935, 0, 0.168 * broad, 0.13, belt, Bones.HIPS)
        .ring(0, 0.99, 0, 0.166 * broad, 0.128, belt, Bones.HIPS)
        .ring(0, 0.995, 0, 0.156 * broad, 0.12, shade, Bones.HIPS, Bones.SPINE, 0.5, 1)
        .ring(0, 1.1, 0, 0.168 * broad, 0.125, cloth, Bones.SPINE, Bones.CHEST, 0.5, 1)
        .ring(0, 1.22, 0.005, 0.192 * broad, 0.138, cloth, Bones.CHEST)
        .ring(0, 1.31, 0, 0.198 * broad, 0.128, cloth, Bones.CHEST)
        .ring(0, 1.365, 0, 0.15 * broad, 0.105, cloth, Bones.CHEST)
        .ring(0, 1.4, 0, 0.088, 0.082, shade, Bones.CHEST)
        .ring(0, 1.402, 0, 0.092, 0.086, wears.trim(), Bones.CHEST)
        .ring(0, 1.432, 0, 0.08, 0.076, wears.trim(), Bones.CHEST)
        .draw(out);
    int skin = Colours.shade(wears.skin(), 0.9);
    new Tube(SIDES)
        .ring(0, 1.38, 0, 0.062, 0.062, skin, Bones.CHEST)
        .ring(0, 1.43, 0.005, 0.056, 0.058, skin, Bones.CHEST, Bones.HEAD, 0.5, 0.6)
        .ring(0, 1.49, 0.01, 0.058, 0.06, skin, Bones.HEAD, Bones.HEAD, 0, 0.7)
        .draw(out);
    out.colour(0xC9A24B).joint(Bones.HIPS);
    out.push(0, 0.963, 0.128, Quaternion.IDENTITY);
    Shapes.ellipsoid(out, 0.03, 0.028, 0.012, 8, 6);
    out.pop();
  }

  private void arm(int side, int upper, int fore, int hand) {
    int cloth = Colours.shade(wears.cloth(), 0.95);
    double thick = wears.broad() ? 1.14 : 0.95;
    int skin = wears.skin();
    double x = side * 0.195;
    new Tube(10)
        .ring(side * 0.243, 0.86, 0.018, 0.034, 0.036, skin, fore, hand, 0.5, 1)
        .ring(side * 0.241, 0.905, 0.012, 0.036 * thick, 0.038, skin, fore)
        .ring(side * 0.24, 0.91, 0.012, 0.05 * thick, 0.052, wears.trim(), fore)
        .ring(side * 0.239, 0.945, 0.01, 0.05 * thick, 0.052, wears.trim(), fore)
        .ring(side * 0.238, 0.95, 0.01, 0.047 * thick, 0.049, cloth, fore)
        .ring(side * 0.232, 1.04, 0, 0.05 * thick, 0.052, cloth, fore, upper, 0.35, 1)
        .ring(side * 0.226, 1.1, 0, 0.053 * thick, 0.055, cloth, fore, upper, 0.75, 1)
        .ring(side * 0.21, 1.22, 0, 0.062 * thick, 0.065, cloth, upper)
        .ring(x, 1.31, 0, 0.072 * thick, 0.075, cloth, upper, Bones.CHEST, 0.3, 1)
        .ring(x * 0.88, 1.365, 0, 0.05 * thick, 0.055, cloth, upper, Bones.CHEST, 0.55, 1)
        .ring(x * 0.8, 1.385, 0, 0.004, 0.004, cloth, Bones.CHEST)
        .draw(out);
    out.colour(skin).joint(hand);
    out.push(side * 0.243, 0.795, 0.02, Quaternion.IDENTITY);
    Shapes.ellipsoid(out, 0.03, 0.068, 0.044, 9, 7);
    out.pop();
    out.push(side * 0.235, 0.805, 0.06, new Quaternion().fromAngles(-0.5f, 0, 0));
    Shapes.ellipsoid(out, 0.016, 0.038, 0.017, 7, 5);
    out.pop();
  }

  private void leg(int side, int thigh, int shin, int foot) {
    int legs = wears.skirt() ? Colours.shade(wears.legs(), 0.8) : wears.legs();
    double x = side * 0.095;
    int boots = wears.boots();
    int cuff = Colours.shade(boots, 1.25);
    new Tube(10)
        .ring(side * 0.1, 0.05, 0, 0.052, 0.06, boots, foot)
        .ring(side * 0.1, 0.12, 0, 0.054, 0.058, boots, foot, shin, 0.6, 0.8)
        .ring(side * 0.099, 0.28, -0.005, 0.066, 0.068, boots, shin)
        .ring(side * 0.099, 0.285, -0.005, 0.073, 0.075, cuff, shin)
        .ring(side * 0.098, 0.325, -0.005, 0.073, 0.075, cuff, shin)
        .ring(side * 0.098, 0.33, -0.004, 0.062, 0.064, legs, shin, shin, 0, 0.85)
        .ring(side * 0.096, 0.44, 0, 0.066, 0.069, legs, shin, thigh, 0.4, 0.9)
        .ring(side * 0.095, 0.52, 0, 0.07, 0.073, legs, thigh, shin, 0.2, 0.9)
        .ring(x, 0.7, 0, 0.083, 0.09, legs, thigh, thigh, 0, 0.6)
        .ring(side * 0.085, 0.86, 0, 0.09, 0.1, legs, thigh, Bones.HIPS, 0.6, 0.5)
        .draw(out);
    out.colour(boots).joint(foot).occlusion(0.8f);
    out.push(side * 0.102, 0.052, 0.055, Quaternion.IDENTITY);
    Shapes.ellipsoid(out, 0.054, 0.055, 0.125, 10, 7);
    out.pop();
    out.colour(Colours.shade(boots, 0.6));
    out.push(side * 0.102, 0, 0.05, Quaternion.IDENTITY);
    Shapes.lathe(out, 10, new double[][] {{0.05, 0}, {0.052, 0.025}});
    out.pop();
    out.occlusion(1);
  }

  private void apron() {
    int rgb = wears.apron();
    int[][] index = new int[6][5];
    double[] heights = {0.5, 0.72, 0.93, 1.0, 1.15, 1.27};
    double[] widths = {0.16, 0.155, 0.13, 0.125, 0.1, 0.085};
    double[] depths = {0.228, 0.182, 0.145, 0.143, 0.15, 0.155};
    for (int row = 0; row < 6; row++) {
      double swing = row < 2 ? 0.35 - row * 0.2 : 0;
      out.colour(Colours.shade(rgb, row % 2 == 0 ? 0.97 : 1));
      for (int i = 0; i < 5; i++) {
        double part = i / 2.0 - 1;
        int joint = row < 3 ? Bones.HIPS : row < 4 ? Bones.SPINE : Bones.CHEST;
        int thigh = part >= 0 ? Bones.THIGH_LEFT : Bones.THIGH_RIGHT;
        out.joints(joint, thigh, (float) (swing * Math.abs(part)));
        double z = depths[row] * (1 - 0.22 * part * part) + (wears.skirt() || row > 1 ? 0 : -0.03);
        index[row][i] = out.vertex(widths[row] * part, heights[row], z, part * 0.5, 0, 1);
      }
    }
    Shapes.stitch(out, index);
  }
}
