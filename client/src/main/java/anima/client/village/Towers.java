package anima.client.village;

import anima.client.mesh.Colours;
import anima.client.mesh.MeshBuilder;
import anima.client.mesh.Shapes;
import anima.world.place.House;
import com.jme3.math.FastMath;
import com.jme3.math.Quaternion;
import com.jme3.math.Vector3f;

/** The lighthouse and the mill. */
final class Towers {
  /** Height of the mill's hub as a part of its height, and how far it stands out. */
  static final double HUB_PART = 0.86;

  private Towers() {}

  static void lighthouse(MeshBuilder out, House house) {
    double r = Math.min(house.widthMeters(), house.depthMeters()) / 2;
    double tall = house.heightMeters();
    double body = tall * 0.76;
    out.colour(Palette.DARK_STONE).occlusion(0.7f);
    Shapes.lathe(out, 20, new double[][] {{r * 1.12, -1.5}, {r * 1.08, 0.6}, {r, 0.75}});
    out.occlusion(1);
    int bands = 5;
    for (int band = 0; band < bands; band++) {
      double low = band / (double) bands;
      double high = (band + 1) / (double) bands;
      out.colour(band % 2 == 1 ? house.roofRgb() : house.wallRgb());
      Shapes.lathe(
          out,
          20,
          new double[][] {
            {r * (1 - 0.38 * low), 0.7 + (body - 0.7) * low},
            {r * (1 - 0.38 * high), 0.7 + (body - 0.7) * high}
          });
    }
    gallery(out, r * 0.62, body);
    lantern(out, r * 0.42, body, tall - body, house.roofRgb());
    Walls.door(out, 0, r * 1.02, 1.05, 2.05, Palette.DOOR);
    for (int i = 1; i < 4; i++) {
      double y = 0.7 + (body - 0.7) * i / 4.0;
      out.push(0, 0, 0, i * 2.1);
      Walls.window(out, 0, y, r * (1 - 0.38 * i / 4.0) - 0.02, 0.5, 0.8, 0);
      out.pop();
    }
  }

  private static void gallery(MeshBuilder out, double r, double y) {
    out.colour(Palette.STONE);
    Shapes.lathe(out, 20, new double[][] {{r, y - 0.3}, {r * 1.5, y}, {r * 1.5, y + 0.16}});
    out.colour(Palette.IRON);
    int posts = 14;
    for (int i = 0; i < posts; i++) {
      Vector3f foot = around(r * 1.42, i * 2 * Math.PI / posts, y + 0.1);
      Vector3f next = around(r * 1.42, (i + 1) * 2 * Math.PI / posts, y + 0.1);
      Shapes.beam(out, foot, foot.add(0, 0.95f, 0), 0.05);
      Shapes.beam(out, foot.add(0, 0.95f, 0), next.add(0, 0.95f, 0), 0.05);
      Shapes.beam(out, foot.add(0, 0.5f, 0), next.add(0, 0.5f, 0), 0.035);
    }
  }

  private static void lantern(MeshBuilder out, double r, double foot, double tall, int roof) {
    out.colour(Palette.LAMP_GLASS).glow(1);
    Shapes.lathe(out, 12, new double[][] {{r, foot + 0.1}, {r, foot + tall * 0.55}});
    out.glow(0).colour(Palette.IRON);
    for (int i = 0; i < 8; i++) {
      Vector3f post = around(r * 1.02, i * Math.PI / 4, foot + 0.1);
      Shapes.beam(out, post, post.add(0, (float) (tall * 0.55), 0), 0.07);
    }
    Roofs.cone(out, 14, r * 1.35, foot + tall * 0.56, tall * 0.36, roof);
    out.colour(Palette.BRASS);
    out.push(0, foot + tall * 0.95, 0, 0);
    Shapes.ellipsoid(out, 0.14, 0.14, 0.14, 8, 6);
    out.pop();
  }

  static void mill(MeshBuilder out, House house) {
    double r = Math.min(house.widthMeters(), house.depthMeters()) / 2;
    double tall = house.heightMeters();
    out.colour(Palette.STONE).occlusion(0.75f);
    Shapes.lathe(out, 12, new double[][] {{r * 1.05, -1.5}, {r * 1.02, tall * 0.24}});
    out.colour(house.wallRgb()).occlusion(0.95f);
    Shapes.lathe(out, 12, new double[][] {{r, tall * 0.24}, {r * 0.68, tall * 0.78}});
    out.colour(Palette.TIMBER);
    Shapes.lathe(out, 12, new double[][] {{r * 1.06, tall * 0.22}, {r * 1.06, tall * 0.26}});
    Shapes.lathe(out, 12, new double[][] {{r * 0.74, tall * 0.76}, {r * 0.74, tall * 0.8}});
    out.occlusion(1);
    Roofs.cone(out, 12, r * 0.86, tall * 0.79, tall * 0.3, house.roofRgb());
    Walls.door(out, 0, r * 0.98, 1.1, 2.1, Palette.DOOR);
    out.push(0, 0, 0, Math.PI / 2);
    Walls.window(out, 0, tall * 0.5, r * 0.82, 0.7, 0.9, 0);
    out.pop();
    out.push(0, 0, 0, -Math.PI / 2);
    Walls.window(out, 0, tall * 0.5, r * 0.82, 0.7, 0.9, 0);
    out.pop();
    float hub = (float) (tall * HUB_PART);
    out.colour(Palette.TIMBER);
    Shapes.rod(out, new Vector3f(0, hub, 0), new Vector3f(0, hub, (float) (r + 0.5)), 0.2, 0.16, 8);
  }

  /** The four sails about their hub, in the plane of X and Y. */
  static void sails(MeshBuilder out, double length) {
    for (int arm = 0; arm < 4; arm++) {
      Quaternion turn = new Quaternion().fromAngles(0, 0, arm * FastMath.HALF_PI);
      out.push(0, 0, 0, turn);
      out.colour(Palette.TIMBER);
      Shapes.box(out, 0.16, length, 0.12);
      out.push(0.42, length * 0.2, 0.05, 0).colour(Palette.CANVAS);
      Shapes.box(out, 0.8, length * 0.76, 0.03);
      out.pop();
      out.colour(Colours.shade(Palette.TIMBER, 1.15));
      for (int bar = 0; bar < 7; bar++) {
        Walls.slab(out, 0.42, length * (0.22 + bar * 0.12), 0.09, 0.86, 0.05, 0.05);
      }
      out.pop();
    }
    out.colour(Palette.IRON);
    Shapes.ellipsoid(out, 0.28, 0.28, 0.22, 10, 6);
  }

  private static Vector3f around(double r, double angle, double y) {
    return new Vector3f((float) (r * Math.sin(angle)), (float) y, (float) (r * Math.cos(angle)));
  }
}
