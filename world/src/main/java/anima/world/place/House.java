package anima.world.place;

/**
 * A building that bodies walk around. {@code kind} is one of cottage, inn, tower, forge, mill,
 * hall, stall, jetty; width runs along its local X, depth along its local Z; colours are 0xRRGGBB.
 */
public record House(
    String id,
    String kind,
    double x,
    double z,
    double yawDegrees,
    double widthMeters,
    double depthMeters,
    double heightMeters,
    int wallRgb,
    int roofRgb) {}
