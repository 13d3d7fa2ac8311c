package anima.client.flora;

/** One plant: its kind (oak, pine, bush, reed), where its foot is, its size against the usual. */
public record Plant(String kind, double x, double z, double size, double yawRadians, long seed) {
  /** Metres of ground that it shades. */
  double shadeRadiusMeters() {
    return switch (kind) {
      case "oak" -> 4.4 * size;
      case "pine" -> 2.8 * size;
      case "bush" -> 1.5 * size;
      default -> 0;
    };
  }
}
