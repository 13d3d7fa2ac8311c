package anima.client.view;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How much the picture may cost. Numbers chosen so that LOW is drawn without a graphics card and
 * HIGH keeps a middling card busy.
 */
public enum Preset {
  LOW(512, 2, 1, 36, 20, 2.2, 1024, 34, 1, 3, 1),
  MEDIUM(1024, 1, 2, 70, 32, 5.0, 2048, 55, 2, 1, 4),
  HIGH(2048, 1, 2, 140, 46, 7.0, 4096, 70, 2, 1, 8);

  private final int groundTexels;
  private final double groundStepMeters;
  private final int leafSplits;
  private final float fineLeavesMeters;
  private final double grassReachMeters;
  private final double grassPerSquareMeter;
  private final int shadowTexels;
  private final float shadowRadiusMeters;
  private final int shadowTaps;
  private final int shadowEveryFrames;
  private final int samples;

  Preset(
      int groundTexels,
      double groundStepMeters,
      int leafSplits,
      float fineLeavesMeters,
      double grassReachMeters,
      double grassPerSquareMeter,
      int shadowTexels,
      float shadowRadiusMeters,
      int shadowTaps,
      int shadowEveryFrames,
      int samples) {
    this.groundTexels = groundTexels;
    this.groundStepMeters = groundStepMeters;
    this.leafSplits = leafSplits;
    this.fineLeavesMeters = fineLeavesMeters;
    this.grassReachMeters = grassReachMeters;
    this.grassPerSquareMeter = grassPerSquareMeter;
    this.shadowTexels = shadowTexels;
    this.shadowRadiusMeters = shadowRadiusMeters;
    this.shadowTaps = shadowTaps;
    this.shadowEveryFrames = shadowEveryFrames;
    this.samples = samples;
  }

  /**
   * The preset of a name in any case.
   *
   * @throws BadOptionException naming the known presets
   */
  public static Preset named(String name) throws BadOptionException {
    for (Preset preset : values()) {
      if (preset.name().equalsIgnoreCase(name.strip())) {
        return preset;
      }
    }
    String known =
        Arrays.stream(values())
            .map(preset -> preset.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    throw new BadOptionException(
        "There is no graphics preset '" + name + "'; choose one of " + known + ".");
  }

  /** Side of the painted map of the ground, in texels. */
  public int groundTexels() {
    return groundTexels;
  }

  /** Spacing of the ground's mesh. */
  public double groundStepMeters() {
    return groundStepMeters;
  }

  public int leafSplits() {
    return leafSplits;
  }

  /** How far from the viewer trees keep their finer form. */
  public float fineLeavesMeters() {
    return fineLeavesMeters;
  }

  public double grassReachMeters() {
    return grassReachMeters;
  }

  public double grassPerSquareMeter() {
    return grassPerSquareMeter;
  }

  /** Side of the sun's shadow map. */
  public int shadowTexels() {
    return shadowTexels;
  }

  public float shadowRadiusMeters() {
    return shadowRadiusMeters;
  }

  public int shadowTaps() {
    return shadowTaps;
  }

  public int shadowEveryFrames() {
    return shadowEveryFrames;
  }

  /** Samples of a pixel's edge (multisampling); 1 for none. */
  public int samples() {
    return samples;
  }
}
