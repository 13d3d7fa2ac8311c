package anima.client.terrain;

import anima.client.mesh.Colours;
import anima.client.mesh.MeshBuilder;
import anima.client.mesh.Noise;
import anima.client.mesh.Shapes;
import com.jme3.material.Material;
import com.jme3.scene.Geometry;
import com.jme3.scene.Mesh;
import com.jme3.scene.Node;

/** The ground as chunks of mesh, and around it hills that shut the view where there is no sea. */
public final class TerrainMesh {
  private static final int CHUNK_METERS = 40;
  private static final double[] RIM_METERS = {0, 4, 12, 26, 48, 80, 125, 190, 280, 400, 560};
  private static final int RIM_STEPS = 160;
  private static final double SHELF_METERS = 9;

  /** Distances from roads are told up to here. */
  private static final float FAR_METERS = 4;

  private final Ground ground;
  private final double stepMeters;

  public TerrainMesh(Ground ground, double stepMeters) {
    this.ground = ground;
    this.stepMeters = stepMeters;
  }

  /** The chunks, each a geometry of its own so that what is out of sight is skipped. */
  public Node build(Material material) {
    Node node = new Node("terrain");
    float half = ground.halfMeters();
    for (double z = -half; z < half; z += CHUNK_METERS) {
      for (double x = -half; x < half; x += CHUNK_METERS) {
        Geometry chunk =
            new Geometry(
                "ground",
                chunk(x, z, Math.min(x + CHUNK_METERS, half), Math.min(z + CHUNK_METERS, half)));
        chunk.setMaterial(material);
        node.attachChild(chunk);
      }
    }
    Geometry rim = new Geometry("hills around", rim());
    rim.setMaterial(material);
    node.attachChild(rim);
    return node;
  }

  private Mesh chunk(double west, double north, double east, double south) {
    MeshBuilder out = new MeshBuilder();
    out.colour(0x6C8F38);
    int columns = (int) Math.round((east - west) / stepMeters);
    int rows = (int) Math.round((south - north) / stepMeters);
    int[][] index = new int[rows + 1][columns + 1];
    for (int row = 0; row <= rows; row++) {
      for (int column = 0; column <= columns; column++) {
        double x = west + (east - west) * column / columns;
        double z = south - (south - north) * row / rows;
        out.extra(near(ground.roadDistance(x, z)), near(ground.pavingDistance(x, z)));
        index[row][column] =
            out.vertex(x, ground.height(x, z), z, -ground.slopeX(x, z), 1, -ground.slopeZ(x, z));
      }
    }
    Shapes.stitch(out, index);
    return out.build();
  }

  private Mesh rim() {
    Noise noise = new Noise(ground.place().seed() + 5);
    MeshBuilder out = new MeshBuilder();
    out.extra(FAR_METERS, FAR_METERS);
    int[][] index = new int[RIM_METERS.length][RIM_STEPS + 1];
    for (int ring = 0; ring < RIM_METERS.length; ring++) {
      for (int step = 0; step <= RIM_STEPS; step++) {
        double[] edge = border(step % RIM_STEPS);
        double reach = Math.hypot(edge[0], edge[1]);
        double part = 1 + RIM_METERS[ring] / reach;
        double x = edge[0] * part;
        double z = edge[1] * part;
        double e = 6;
        double slopeX = (rimHeight(noise, x + e, z) - rimHeight(noise, x - e, z)) / (2 * e);
        double slopeZ = (rimHeight(noise, x, z + e) - rimHeight(noise, x, z - e)) / (2 * e);
        double wood = noise.fractal(x / 60, z / 60 + 9, 3);
        int grass = Colours.mix(0x5B7A34, 0x7E9440, wood);
        double height = rimHeight(noise, x, z);
        double forest = Math.max(0, Math.min(1, (RIM_METERS[ring] - 10) / 60)) * (0.4 + wood);
        out.colour(Colours.mix(grass, 0x3C5A36, Math.min(1, forest)));
        if (height < ground.place().seaLevelMeters() + 1.2) {
          out.colour(0xA8976B);
        }
        index[ring][step] = out.vertex(x, height, z, -slopeX, 1, -slopeZ);
      }
    }
    Shapes.stitch(out, index);
    return out.build();
  }

  private static float near(double meters) {
    return (float) Math.max(-FAR_METERS, Math.min(FAR_METERS, meters));
  }

  /** A point of the border, going round so that the outside is upwards. */
  private double[] border(int step) {
    double around = 4.0 * step / RIM_STEPS;
    double along = (around % 1) * 2 - 1;
    float half = ground.halfMeters();
    return switch ((int) around) {
      case 0 -> new double[] {-along * half, half};
      case 1 -> new double[] {-half, -along * half};
      case 2 -> new double[] {along * half, -half};
      default -> new double[] {half, along * half};
    };
  }

  private double rimHeight(Noise noise, double x, double z) {
    float half = ground.halfMeters();
    double most = Math.max(Math.abs(x), Math.abs(z));
    double out = Math.max(0, most - half);
    double toEdge = most > half ? half / most : 1;
    double edge = ground.height(x * toEdge, z * toEdge);
    double land = landward(x * toEdge, z * toEdge);
    double rise = Math.min(1, out / 260);
    double ridge = noise.fractal(x / 130, z / 130, 4);
    double hills = rise * rise * (3 - 2 * rise) * (12 + 95 * ridge * ridge);
    double sea = ground.place().seaLevelMeters() - SHELF_METERS;
    double settle = Math.min(1, out / 90);
    double seaward = edge + (sea - edge) * settle;
    return seaward + (edge + hills - seaward) * land;
  }

  /** 1 where the border is land, 0 where it is sea, smooth between. */
  private double landward(double x, double z) {
    double sum = 0;
    int count = 0;
    for (int dx = -24; dx <= 24; dx += 12) {
      for (int dz = -24; dz <= 24; dz += 12) {
        sum += Math.max(-2, Math.min(2, ground.aboveSea(x + dx, z + dz) - 0.4));
        count++;
      }
    }
    double t = Math.max(0, Math.min(1, sum / count / 2.4 + 0.5));
    return t * t * (3 - 2 * t);
  }
}
