package anima.world.place;

/**
 * One tree or bush of a grove, rooted in the ground.
 *
 * @param kind oak, pine, bush or reed
 * @param heightMeters of the grown plant
 * @param yawRadians turns one beside another a different way
 */
public record Plant(String kind, double x, double z, double heightMeters, double yawRadians) {}
