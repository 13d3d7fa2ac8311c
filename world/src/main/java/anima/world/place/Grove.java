package anima.world.place;

/**
 * Trees or bushes scattered in a disc by the place's seed; {@code kind} is oak, pine, bush or reed.
 */
public record Grove(String kind, double x, double z, double radiusMeters, int count) {}
