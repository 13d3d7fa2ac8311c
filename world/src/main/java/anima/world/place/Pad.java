package anima.world.place;

/** Levels the ground that a house stands on, and a little around it. */
record Pad(Footprint footprint, double levelMeters) implements Levelling {
  private static final double MARGIN_METERS = 0.8;
  private static final double FEATHER_METERS = 3;

  @Override
  public double apply(double heightMeters, double x, double z) {
    double distance = footprint.distance(x, z) - MARGIN_METERS;
    return Levelling.blend(heightMeters, levelMeters, distance, FEATHER_METERS);
  }

  @Override
  public boolean reaches(double x, double z, double halfSideMeters) {
    double reach = footprint.reachMeters() + MARGIN_METERS + FEATHER_METERS + halfSideMeters;
    return Math.abs(x - footprint.x()) <= reach && Math.abs(z - footprint.z()) <= reach;
  }
}
