package anima.world.place;

/**
 * Smooth value noise on a lattice, from −1 to 1: a hash of each lattice point, blended by the
 * quintic of Perlin's "Improving Noise" (2002), so slopes are continuous too. Only exact
 * arithmetic, so the same everywhere.
 */
final class Noise {
  private final long seed;

  Noise(long seed) {
    this.seed = seed;
  }

  double at(double x, double z) {
    double floorX = Math.floor(x);
    double floorZ = Math.floor(z);
    long ix = (long) floorX;
    long iz = (long) floorZ;
    double u = quintic(x - floorX);
    double v = quintic(z - floorZ);
    double near = lerp(lattice(ix, iz), lattice(ix + 1, iz), u);
    double far = lerp(lattice(ix, iz + 1), lattice(ix + 1, iz + 1), u);
    return lerp(near, far, v);
  }

  /** Mixes with the finaliser of SplitMix64 (Steele, Lea, Flood 2014). */
  private double lattice(long ix, long iz) {
    long h = seed + ix * 0x9E3779B97F4A7C15L + iz * 0xC2B2AE3D27D4EB4FL;
    h = (h ^ (h >>> 30)) * 0xBF58476D1CE4E5B9L;
    h = (h ^ (h >>> 27)) * 0x94D049BB133111EBL;
    h ^= h >>> 31;
    return (h >> 11) * 0x1.0p-52;
  }

  private static double quintic(double t) {
    return t * t * t * (t * (t * 6 - 15) + 10);
  }

  private static double lerp(double a, double b, double t) {
    return a + (b - a) * t;
  }
}
