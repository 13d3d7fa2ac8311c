package anima.client.avatar;

import anima.client.mesh.Colours;
import anima.client.mesh.MeshBuilder;
import anima.client.mesh.Shapes;
import com.jme3.math.Quaternion;
import com.jme3.math.Vector3f;

/** Head, face, hair and hat of a body at rest. */
final class Face {
  private static final double MIDDLE_Y = 1.58;
  private static final int IRIS = 0x3F2F24;

  private final MeshBuilder out;
  private final Wardrobe wears;

  Face(MeshBuilder out, Wardrobe wears) {
    this.out = out;
    this.wears = wears;
  }

  void draw() {
    out.joint(Bones.HEAD);
    skull();
    features();
    hair();
    if (wears.beard()) {
      beard();
    }
    hat();
  }

  private void skull() {
    int skin = wears.skin();
    double[][] rings = {
      {0.0, -0.162},
      {0.045, -0.158},
      {0.085, -0.135},
      {0.112, -0.09},
      {0.13, -0.03},
      {0.138, 0.04},
      {0.132, 0.1},
      {0.1, 0.148},
      {0.05, 0.172},
      {0, 0.178}
    };
    out.push(0, MIDDLE_Y, 0.005, Quaternion.IDENTITY, 0.98, 1, 1.06).colour(skin);
    Shapes.lathe(out, 18, rings);
    out.pop();
    for (int side = -1; side <= 1; side += 2) {
      out.colour(Colours.mix(skin, 0xC0604A, 0.2));
      ball(side * 0.134, -0.012, -0.005, 0.02, 0.036, 0.026);
      out.colour(Colours.mix(skin, 0xD0604A, 0.22));
      ball(side * 0.075, -0.055, 0.094, 0.03, 0.022, 0.014);
    }
    out.colour(Colours.mix(skin, 0xB8604A, 0.14));
    ball(0, -0.018, 0.142, 0.019, 0.026, 0.022);
  }

  private void features() {
    for (int side = -1; side <= 1; side += 2) {
      out.joint(Bones.EYES);
      out.colour(0xF7F3EC);
      ball(side * 0.052, 0.005, 0.122, 0.03, 0.035, 0.017);
      out.colour(IRIS);
      ball(side * 0.05, 0.003, 0.133, 0.019, 0.025, 0.0105);
      out.colour(0xFFFFFF).glow(0.12f);
      ball(side * 0.05 + 0.007, 0.013, 0.1425, 0.0055, 0.0065, 0.003);
      out.glow(0);
      out.joint(Bones.BROWS).colour(Colours.shade(wears.hair(), 0.75));
      out.push(
          side * 0.054, MIDDLE_Y + 0.058, 0.129, new Quaternion().fromAngles(0, 0, side * -0.1f));
      Shapes.ellipsoid(out, 0.034, wears.broad() ? 0.0085 : 0.006, 0.012, 8, 4);
      out.pop();
    }
    out.joint(Bones.MOUTH).colour(0x8E3B38);
    for (int i = 0; i < 7; i++) {
      double part = i / 3.0 - 1;
      ball(
          part * 0.034,
          -0.092 + 0.007 * part * part,
          0.116 - 0.012 * part * part,
          0.0085,
          0.0052,
          0.009);
    }
    out.joint(Bones.HEAD);
  }

  /** Hair as a shell over the skull; its lower edge runs from brow to nape as the cut wants. */
  private void hair() {
    double nape =
        switch (wears.cut()) {
          case SHORT -> 0.1;
          case BUN -> 0.06;
          case BOB -> -0.35;
          case LONG -> -0.6;
        };
    int columns = 24;
    int rows = 9;
    int[][] index = new int[rows + 1][columns + 1];
    for (int row = 0; row <= rows; row++) {
      double part = row / (double) rows;
      for (int column = 0; column <= columns; column++) {
        double angle = column * 2 * Math.PI / columns;
        double back = (1 - Math.cos(angle)) / 2;
        index[row][column] = hairVertex(part, angle, hairline(back, nape), column);
      }
    }
    Shapes.stitch(out, index);
    if (wears.cut() == Wardrobe.Cut.BUN) {
      out.colour(Colours.shade(wears.hair(), 1.08));
      ball(0, 0.1, -0.165, 0.07, 0.07, 0.065);
    }
    if (wears.cut() == Wardrobe.Cut.LONG) {
      tail();
    }
  }

  /** Sine of the latitude where hair ends. */
  private static double hairline(double back, double nape) {
    double front = 0.52;
    double side = Math.min(1, back * 2.1);
    double smooth = side * side * (3 - 2 * side);
    return front + (nape - 0.35 - front) * smooth;
  }

  private int hairVertex(double part, double angle, double edge, int column) {
    double low = Math.asin(Math.max(-0.98, Math.min(0.98, edge)));
    double latitude = low + (Math.PI / 2 - low) * part;
    double strand = (column % 3 == 0 ? 1.02 : 1) + 0.012 * Math.sin(angle * 5 + part * 7);
    double thick = 1.06 + 0.05 * (1 - part) + (latitude < 0 ? 0.02 : 0);
    double r = Math.max(0.0001, Math.cos(latitude)) * thick * strand;
    double x = 0.139 * r * Math.sin(angle);
    double z = 0.15 * r * Math.cos(angle) - 0.004;
    double y = MIDDLE_Y + 0.018 + 0.165 * Math.sin(latitude) * thick;
    out.colour(Colours.shade(wears.hair(), (column % 3 == 0 ? 1.05 : 0.98) * (0.88 + 0.2 * part)));
    return out.vertex(x, y, z, Math.sin(angle) * r, Math.sin(latitude), Math.cos(angle) * r);
  }

  private void tail() {
    int hair = wears.hair();
    new Tube(10)
        .ring(0, 1.12, -0.15, 0.015, 0.012, hair, Bones.CHEST)
        .ring(0, 1.2, -0.158, 0.05, 0.03, Colours.shade(hair, 0.95), Bones.CHEST)
        .ring(0, 1.36, -0.145, 0.08, 0.045, hair, Bones.HEAD, Bones.CHEST, 0.6, 0.9)
        .ring(0, 1.5, -0.125, 0.1, 0.06, Colours.shade(hair, 1.06), Bones.HEAD)
        .ring(0, 1.6, -0.09, 0.09, 0.06, hair, Bones.HEAD)
        .draw(out);
    out.joint(Bones.HEAD);
  }

  private void beard() {
    out.colour(Colours.shade(wears.hair(), 0.96));
    int columns = 12;
    int[][] index = new int[4][columns + 1];
    for (int row = 0; row < 4; row++) {
      for (int i = 0; i <= columns; i++) {
        double angle = (i / (double) columns - 0.5) * 2.7;
        double chin = Math.cos(angle * 0.58);
        double y = new double[] {-0.205, -0.165, -0.115, -0.075}[row];
        double r = new double[] {0.05, 0.112, 0.128, 0.128}[row];
        double drop = row == 0 ? (1 - chin) * 0.13 : row == 3 ? (1 - chin) * -0.1 : 0;
        double lip = row == 3 && Math.abs(angle) < 0.42 ? -0.035 : 0;
        index[row][i] =
            out.vertex(
                Math.sin(angle) * r * 1.02,
                MIDDLE_Y + y + drop + lip,
                Math.cos(angle) * r * 1.06 + 0.006,
                Math.sin(angle),
                row == 0 ? -0.8 : 0,
                Math.cos(angle));
      }
    }
    Shapes.stitch(out, index);
  }

  private void hat() {
    switch (wears.hat()) {
      case STRAW -> {
        out.colour(0xD9B566);
        out.push(0, MIDDLE_Y + 0.095, -0.005, new Quaternion().fromAngles(-0.08f, 0, 0));
        brim(0.3);
        out.colour(0xCDA758);
        Shapes.lathe(out, 16, new double[][] {{0.158, 0}, {0.15, 0.08}, {0.1, 0.125}, {0, 0.132}});
        out.colour(wears.trim());
        Shapes.lathe(out, 16, new double[][] {{0.162, 0.005}, {0.158, 0.04}});
        out.pop();
      }
      case CAP -> {
        out.push(0, MIDDLE_Y + 0.085, -0.005, new Quaternion().fromAngles(-0.1f, 0, 0));
        out.colour(Colours.shade(wears.cloth(), 0.7));
        double[][] cap = {{0.153, 0}, {0.165, 0.06}, {0.17, 0.085}, {0.1, 0.12}, {0, 0.125}};
        Shapes.lathe(out, 16, cap);
        out.colour(wears.trim());
        Shapes.lathe(out, 16, new double[][] {{0.157, 0.005}, {0.16, 0.032}});
        out.colour(0x23252B);
        out.push(0, 0.002, 0.14, new Quaternion().fromAngles(0.3f, 0, 0), 1, 0.16, 0.75);
        Shapes.ellipsoid(out, 0.11, 0.06, 0.1, 12, 5);
        out.pop();
        out.pop();
      }
      case BAKER -> {
        out.colour(0xF6F2E8);
        out.push(0, MIDDLE_Y + 0.1, -0.01, new Quaternion().fromAngles(-0.12f, 0, 0));
        Shapes.lathe(out, 16, new double[][] {{0.145, 0}, {0.142, 0.06}});
        double[][] puff = {{0.142, 0.06}, {0.185, 0.1}, {0.18, 0.15}, {0.1, 0.19}, {0, 0.195}};
        Shapes.lathe(out, 16, puff);
        out.pop();
      }
      case NONE -> {}
    }
  }

  private void brim(double reach) {
    Shapes.lathe(out, 20, new double[][] {{0.12, -0.004}, {reach, -0.03}});
    Shapes.lathe(out, 20, new double[][] {{reach, -0.03}, {0.12, 0.012}});
  }

  private void ball(double x, double y, double z, double rx, double ry, double rz) {
    Vector3f at = new Vector3f((float) x, (float) (MIDDLE_Y + y), (float) z);
    out.push(at.x, at.y, at.z, Quaternion.IDENTITY);
    Shapes.ellipsoid(out, rx, ry, rz, 10, 7);
    out.pop();
  }
}
