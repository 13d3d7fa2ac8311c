package anima.client.mesh;

/** Smooth value noise over the plane, the same for the same seed; values from 0 to 1. */
public final class Noise {
  private final long seed;

  public Noise(long seed) {
    this.seed = seed;
  }

  /** One octave with features about one unit wide. */
  public float at(double x, double y) {
    long cellX = (long) Math.floor(x);
    long cellY = (long) Math.floor(y);
    double fx = smooth(x - cellX);
    double fy = smooth(y - cellY);
    double low = mix(lattice(cellX, cellY), lattice(cellX + 1, cellY), fx);
    double high = mix(lattice(cellX, cellY + 1), lattice(cellX + 1, cellY + 1), fx);
    return (float) mix(low, high, fy);
  }

  /** Sum of octaves, each twice as fine and half as strong as the last. */
  public float fractal(double x, double y, int octaves) {
    double sum = 0;
    double weight = 0.5;
    double total = 0;
    for (int octave = 0; octave < octaves; octave++) {
      sum += weight * at(x, y);
      total += weight;
      weight *= 0.5;
      x = x * 2.03 + 17.1;
      y = y * 2.03 - 9.7;
    }
    return (float) (sum / total);
  }

  private double lattice(long x, long y) {
    long hash = seed ^ (x * 0x9E3779B97F4A7C15L) ^ Long.rotateLeft(y * 0xC2B2AE3D27D4EB4FL, 31);
    hash = (hash ^ (hash >>> 30)) * 0xBF58476D1CE4E5B9L;
    hash = (hash ^ (hash >>> 27)) * 0x94D049BB133111EBL;
    return ((hash ^ (hash >>> 31)) >>> 11) * 0x1.0p-53;
  }

  private static double smooth(double t) {
    return t * t * (3 - 2 * t);
  }

  private static double mix(double a, double b, double t) {
    return a + (b - a) * t;
  }
}
