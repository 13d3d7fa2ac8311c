package anima.world.place;

/** Levels the ground of a landmark: flat within the radius, sloping off around it. */
record Disc(double x, double z, double radiusMeters, double levelMeters) implements Levelling {
  private double feather() {
    return Math.max(4, radiusMeters * 0.6);
  }

  @Override
  public double apply(double heightMeters, double px, double pz) {
    double dx = px - x;
    double dz = pz - z;
    double distance = Math.sqrt(dx * dx + dz * dz) - radiusMeters;
    return Levelling.blend(heightMeters, levelMeters, distance, feather());
  }

  @Override
  public boolean reaches(double px, double pz, double halfSideMeters) {
    double reach = radiusMeters + feather() + halfSideMeters;
    return Math.abs(px - x) <= reach && Math.abs(pz - z) <= reach;
  }
}
