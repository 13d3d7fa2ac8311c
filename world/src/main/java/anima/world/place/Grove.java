package anima.world.place;

import anima.world.json.Bounds;
import anima.world.json.OneOf;

/** Trees or bushes scattered in a disc by the place's seed. */
public record Grove(
    @OneOf({"oak", "pine", "bush", "reed"}) String kind,
    @Bounds(min = -512, max = 512) double x,
    @Bounds(min = -512, max = 512) double z,
    @Bounds(min = 0.5, max = 200) double radiusMeters,
    @Bounds(min = 1, max = 2000) int count) {}
