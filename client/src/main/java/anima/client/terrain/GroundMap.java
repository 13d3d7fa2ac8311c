package anima.client.terrain;

import anima.client.mesh.Colours;
import anima.client.mesh.Noise;
import anima.client.mesh.Textures;
import anima.world.place.House;
import anima.world.place.Place;
import anima.world.place.Road;
import com.jme3.texture.Texture2D;
import com.jme3.util.BufferUtils;
import java.nio.ByteBuffer;
import java.util.stream.IntStream;

/**
 * A painted map of the ground: colour of every spot, and in alpha how open it is to the sky.
 * Painted once, row by row on all cores; then read-only.
 */
public final class GroundMap {
  private static final int SUNNY_GRASS = 0x7B9440;
  private static final int DEEP_GRASS = 0x4F7334;
  private static final int DRY_GRASS = 0x98904C;
  private static final int FOREST_FLOOR = 0x505A30;
  private static final int SAND = 0xD6C08C;
  private static final int WET_SAND = 0xD6C08C;
  private static final int SEABED = 0x58705F;
  private static final int ROCK = 0x8E867A;
  private static final int DARK_ROCK = 0x6C675F;

  private final Ground ground;
  private final Noise noise;
  private final int size;
  private final float metersPerTexel;
  private final float[] roadDistance;
  private final float[] shade;
  private final int[] rgb;

  /**
   * @param size texels a side
   * @param shades discs that darken the ground, as trees do
   */
  public GroundMap(Ground ground, int size, Iterable<Shade> shades) {
    this.ground = ground;
    this.size = size;
    Place place = ground.place();
    noise = new Noise(place.seed() + 11);
    metersPerTexel = 2 * ground.halfMeters() / size;
    roadDistance = new float[size * size];
    java.util.Arrays.fill(roadDistance, Float.MAX_VALUE);
    shade = new float[size * size];
    rgb = new int[size * size];
    place.roads().forEach(this::drawRoad);
    place.houses().forEach(this::shadeHouse);
    shades.forEach(this::shadeDisc);
    IntStream.range(0, size).parallel().forEach(this::paintRow);
  }

  /** A disc of shade, from {@code strength} in the middle to none at the radius. */
  public record Shade(double x, double z, double radiusMeters, double strength) {}

  public Texture2D texture() {
    ByteBuffer data = BufferUtils.createByteBuffer(size * size * 4);
    for (int i = 0; i < rgb.length; i++) {
      data.put((byte) (rgb[i] >> 16)).put((byte) (rgb[i] >> 8)).put((byte) rgb[i]);
      data.put((byte) Math.round(255 * (1 - Math.min(0.75f, shade[i]))));
    }
    data.flip();
    Texture2D texture = Textures.of(size, data);
    Textures.smooth(texture);
    return texture;
  }

  /** The colour of a spot. */
  public int rgbAt(double x, double z) {
    return rgb[index(x, z)];
  }

  /** How well grass grows on a spot: 0 on paths, sand, rock and under houses, 1 in a meadow. */
  public double growthAt(double x, double z) {
    double high = step(0.9, 1.8, ground.aboveSea(x, z) - 0.6 * noise.at(x / 7, z / 7));
    double flat = 1 - step(0.45, 0.65, ground.steepness(x, z));
    double offRoad = step(0.0, 1.2, roadDistance[index(x, z)]);
    double open = 1 - step(0.35, 0.6, shade[index(x, z)]);
    return high * flat * offRoad * open * step(-0.2, 0.5, ground.pavingDistance(x, z));
  }

  private int index(double x, double z) {
    int column = texel(x);
    int row = texel(z);
    return row * size + column;
  }

  private int texel(double meters) {
    int texel = (int) ((meters + ground.halfMeters()) / metersPerTexel);
    return Math.max(0, Math.min(size - 1, texel));
  }

  private double meters(int texel) {
    return (texel + 0.5) * metersPerTexel - ground.halfMeters();
  }

  private void drawRoad(Road road) {
    double reach = road.widthMeters() / 2 + 4;
    for (int i = 0; i + 1 < road.points().size(); i++) {
      Road.Point a = road.points().get(i);
      Road.Point b = road.points().get(i + 1);
      int lastColumn = texel(Math.max(a.x(), b.x()) + reach);
      int lastRow = texel(Math.max(a.z(), b.z()) + reach);
      for (int row = texel(Math.min(a.z(), b.z()) - reach); row <= lastRow; row++) {
        for (int col = texel(Math.min(a.x(), b.x()) - reach); col <= lastColumn; col++) {
          double d =
              Plane.segmentDistance(meters(col), meters(row), a.x(), a.z(), b.x(), b.z())
                  - road.widthMeters() / 2;
          int at = row * size + col;
          roadDistance[at] = Math.min(roadDistance[at], (float) d);
        }
      }
    }
  }

  private void shadeHouse(House house) {
    if (house.kind().equals("jetty")) {
      return;
    }
    double reach = Math.hypot(house.widthMeters(), house.depthMeters()) / 2 + 3;
    int lastColumn = texel(house.x() + reach);
    int lastRow = texel(house.z() + reach);
    for (int row = texel(house.z() - reach); row <= lastRow; row++) {
      for (int col = texel(house.x() - reach); col <= lastColumn; col++) {
        double d = Plane.houseDistance(house, meters(col), meters(row));
        float dark = (float) (0.62 * (1 - step(-0.2, 2.2, d)));
        shade[row * size + col] = Math.max(shade[row * size + col], dark);
      }
    }
  }

  private void shadeDisc(Shade disc) {
    int lastColumn = texel(disc.x() + disc.radiusMeters());
    int lastRow = texel(disc.z() + disc.radiusMeters());
    for (int row = texel(disc.z() - disc.radiusMeters()); row <= lastRow; row++) {
      for (int col = texel(disc.x() - disc.radiusMeters()); col <= lastColumn; col++) {
        double d = Math.hypot(meters(col) - disc.x(), meters(row) - disc.z());
        double dark = disc.strength() * (1 - step(0.15, 1, d / disc.radiusMeters()));
        int at = row * size + col;
        shade[at] = (float) (1 - (1 - shade[at]) * (1 - dark));
      }
    }
  }

  private void paintRow(int row) {
    double z = meters(row);
    for (int column = 0; column < size; column++) {
      rgb[row * size + column] = paint(meters(column), z, row * size + column);
    }
  }

  private int paint(double x, double z, int at) {
    double patch = noise.fractal(x / 34, z / 34, 3);
    double fine = noise.fractal(x / 3.1 + 40, z / 3.1, 3);
    int colour = Colours.mix(DEEP_GRASS, SUNNY_GRASS, step(0.3, 0.7, patch * 0.7 + fine * 0.3));
    colour = Colours.mix(colour, DRY_GRASS, step(0.56, 0.8, noise.fractal(x / 19, z / 19 + 70, 3)));
    colour = Colours.mix(colour, FOREST_FLOOR, step(0.1, 0.55, shade[at] + (fine - 0.5) * 0.3));
    double steep = ground.steepness(x, z) + (fine - 0.5) * 0.25;
    double layer = noise.at(x / 9, ground.height(x, z) * 1.3 + z / 30);
    int rock = Colours.mix(DARK_ROCK, ROCK, layer * 0.7 + fine * 0.3);
    colour = Colours.mix(colour, rock, step(0.62, 0.82, steep));
    double above = ground.aboveSea(x, z) + (patch - 0.5) * 1.1 + (fine - 0.5) * 0.35;
    int shore = Colours.mix(WET_SAND, SAND, step(0.1, 0.55, above));
    shore = Colours.mix(SEABED, shore, step(-2.6, 0, above));
    shore = Colours.mix(shore, rock, step(0.7, 0.95, steep));
    return Colours.mix(shore, colour, step(1.0, 1.5, above));
  }

  private static double step(double from, double to, double value) {
    double t = Math.max(0, Math.min(1, (value - from) / (to - from)));
    return t * t * (3 - 2 * t);
  }
}
