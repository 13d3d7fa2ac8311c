package anima.client.flora;

import anima.client.mesh.Colours;
import anima.client.mesh.MeshBuilder;
import anima.client.mesh.Noise;
import anima.client.terrain.Ground;
import anima.client.terrain.GroundMap;
import com.jme3.material.Material;
import com.jme3.math.Vector3f;
import com.jme3.scene.Geometry;
import com.jme3.scene.Node;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.SplittableRandom;

/** Grass and flowers around the viewer: squares are grown as they come near, a few each frame. */
public final class Meadow {
  private static final double CHUNK_METERS = 9;
  private static final int[] FLOWERS = {0xF6F1E6, 0xF2CF4A, 0xE98AA4, 0x9C8BE0};

  private final Ground ground;
  private final GroundMap map;
  private final Material material;
  private final double reachMeters;
  private final double tuftsPerSquareMeter;
  private final Noise noise;
  private final Node node = new Node("meadow");
  private final Map<Long, Geometry> grown = new HashMap<>();

  public Meadow(
      Ground ground,
      GroundMap map,
      Material material,
      double reachMeters,
      double tuftsPerSquareMeter) {
    this.ground = ground;
    this.map = map;
    this.material = material;
    this.reachMeters = reachMeters;
    this.tuftsPerSquareMeter = tuftsPerSquareMeter;
    noise = new Noise(ground.place().seed() + 21);
  }

  public Node node() {
    return node;
  }

  /** Grows at most {@code squaresMax} squares near a point and drops those far from it. */
  public void tend(Vector3f eye, int squaresMax) {
    drop(eye);
    int reach = (int) Math.ceil(reachMeters / CHUNK_METERS);
    long middleX = (long) Math.floor(eye.x / CHUNK_METERS);
    long middleZ = (long) Math.floor(eye.z / CHUNK_METERS);
    int left = squaresMax;
    for (int ring = 0; ring <= reach && left > 0; ring++) {
      for (long row = middleZ - ring; row <= middleZ + ring; row++) {
        for (long column = middleX - ring; column <= middleX + ring && left > 0; column++) {
          long key = (row << 32) ^ (column & 0xFFFFFFFFL);
          if (!grown.containsKey(key) && distance(row, column, eye) < reachMeters) {
            grown.put(key, grow(row, column));
            left--;
          }
        }
      }
    }
  }

  private void drop(Vector3f eye) {
    Iterator<Map.Entry<Long, Geometry>> each = grown.entrySet().iterator();
    while (each.hasNext()) {
      Map.Entry<Long, Geometry> square = each.next();
      long key = square.getKey();
      if (distance(key >> 32, key << 32 >> 32, eye) > reachMeters + CHUNK_METERS) {
        square.getValue().removeFromParent();
        each.remove();
      }
    }
  }

  private static double distance(long row, long column, Vector3f eye) {
    double x = (column + 0.5) * CHUNK_METERS;
    double z = (row + 0.5) * CHUNK_METERS;
    return Math.hypot(x - eye.x, z - eye.z);
  }

  private Geometry grow(long row, long column) {
    SplittableRandom random =
        new SplittableRandom(ground.place().seed() * 31 + row * 7919 + column);
    MeshBuilder out = new MeshBuilder();
    int tries = (int) (CHUNK_METERS * CHUNK_METERS * tuftsPerSquareMeter);
    for (int i = 0; i < tries; i++) {
      double x = (column + random.nextDouble()) * CHUNK_METERS;
      double z = (row + random.nextDouble()) * CHUNK_METERS;
      double lush = map.growthAt(x, z) * (0.45 + 0.75 * noise.fractal(x / 8, z / 8, 2));
      if (lush > 0.3 && random.nextDouble() < lush) {
        tuft(out, random, x, z, lush);
        if (noise.at(x / 11 + 50, z / 11) > 0.64 && random.nextInt(4) == 0) {
          flower(out, random, x, z);
        }
      }
    }
    Geometry square = new Geometry("grass", out.build());
    square.setMaterial(material);
    if (out.vertexCount() > 0) {
      node.attachChild(square);
    }
    return square;
  }

  private void tuft(MeshBuilder out, SplittableRandom random, double x, double z, double lush) {
    int soil = map.rgbAt(x, z);
    int tip = Colours.mix(soil, 0xA5B858, 0.25 + random.nextDouble() * 0.2);
    for (int blade = 0; blade < 7; blade++) {
      double angle = random.nextDouble() * 6.28;
      double reach = random.nextDouble() * 0.22;
      double bx = x + reach * Math.sin(angle);
      double bz = z + reach * Math.cos(angle);
      double tall = (0.13 + random.nextDouble() * 0.17) * (0.6 + 0.6 * lush);
      double lean = 0.04 + random.nextDouble() * 0.12;
      double width = 0.02 + random.nextDouble() * 0.016;
      double sideX = Math.cos(angle) * width;
      double sideZ = -Math.sin(angle) * width;
      double y = ground.height(bx, bz) - 0.02;
      out.colour(Colours.shade(soil, 0.82)).occlusion(0.7f).sway(0);
      int a = out.vertex(bx - sideX, y, bz - sideZ, 0, 1, 0);
      int b = out.vertex(bx + sideX, y, bz + sideZ, 0, 1, 0);
      out.colour(tip).occlusion(1).sway((float) (tall * 0.25));
      int c =
          out.vertex(bx + lean * Math.sin(angle), y + tall, bz + lean * Math.cos(angle), 0, 1, 0);
      out.triangle(a, b, c);
    }
  }

  private void flower(MeshBuilder out, SplittableRandom random, double x, double z) {
    double y = ground.height(x, z);
    double tall = 0.22 + random.nextDouble() * 0.22;
    int pick = (int) (noise.at(x / 17, z / 17 + 90) * 3.99);
    out.colour(0x5E8A35).occlusion(0.9f).sway(0);
    int a = out.vertex(x - 0.01, y, z, 0, 1, 0);
    int b = out.vertex(x + 0.01, y, z, 0, 1, 0);
    out.sway(0.07f);
    out.triangle(a, b, out.vertex(x, y + tall, z, 0, 1, 0));
    out.colour(FLOWERS[pick]).occlusion(1);
    int middle = out.vertex(x, y + tall + 0.025, z, 0, 1, 0);
    int petals = 6;
    int[] rim = new int[petals];
    for (int i = 0; i < petals; i++) {
      double angle = i * 2 * Math.PI / petals;
      rim[i] =
          out.vertex(x + 0.055 * Math.sin(angle), y + tall, z + 0.055 * Math.cos(angle), 0, 1, 0);
    }
    for (int i = 0; i < petals; i++) {
      out.triangle(middle, rim[i], rim[(i + 1) % petals]);
    }
  }
}
