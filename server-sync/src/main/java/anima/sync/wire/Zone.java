package anima.sync.wire;

import anima.world.Vec3;

/** A square of the ground, named by its indices along X and Z from the origin. */
record Zone(int x, int z) implements Comparable<Zone> {
  static final double SIZE_METERS = 32;

  static Zone of(Vec3 position) {
    return new Zone(
        (int) Math.floor(position.x() / SIZE_METERS), (int) Math.floor(position.z() / SIZE_METERS));
  }

  double cornerX() {
    return x * SIZE_METERS;
  }

  double cornerZ() {
    return z * SIZE_METERS;
  }

  @Override
  public int compareTo(Zone other) {
    return x != other.x ? Integer.compare(x, other.x) : Integer.compare(z, other.z);
  }
}
