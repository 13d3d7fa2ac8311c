package anima.world.place;

import anima.world.json.Bounds;

/** A smooth rise (or, with a negative height, a basin such as a bay) of the ground, in metres. */
public record Hill(
    @Bounds(min = -1024, max = 1024) double x,
    @Bounds(min = -1024, max = 1024) double z,
    @Bounds(min = 1, max = 1024) double radiusMeters,
    @Bounds(min = -100, max = 100) double heightMeters) {}
