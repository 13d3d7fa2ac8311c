package anima.world.place;

/** A smooth rise (or, with a negative height, a basin such as a bay) of the ground, in metres. */
public record Hill(double x, double z, double radiusMeters, double heightMeters) {}
