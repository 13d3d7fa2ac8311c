package anima.client.local;

import anima.world.Component;

/** What visitors look like: drawn from their name, so that a name always looks the same. */
public final class Looks {
  private static final int[] SKIN = {0xf1c9a5, 0xe0ac82, 0xc98f6b, 0xa8775a, 0x7d5238};
  private static final int[] HAIR = {0x1e1a18, 0x3a2418, 0x6b4326, 0xb58a4a, 0x8a8a8a};
  private static final int[] CLOTH = {0x2f6f8f, 0x7a3b4a, 0x4d6b3a, 0x8a6d3b, 0x5b4a86};
  private static final int[] TRIM = {0xe0b040, 0xd8d2c4, 0xb5543c, 0x88a9c4, 0x2b2b2b};

  private Looks() {}

  public static Component.Looks of(String name) {
    int hash = name.hashCode();
    return new Component.Looks(
        SKIN[Math.floorMod(hash, 5)],
        HAIR[Math.floorMod(hash >> 4, 5)],
        CLOTH[Math.floorMod(hash >> 8, 5)],
        TRIM[Math.floorMod(hash >> 12, 5)],
        1.6 + Math.floorMod(hash >> 16, 25) / 100.0);
  }
}
