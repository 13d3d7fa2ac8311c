package anima.world.place;

import anima.world.Label;
import anima.world.json.Bounds;
import anima.world.json.Length;
import anima.world.json.OneOf;

/** Something of the place that can be seen and, unless a lamp or a stone, used. */
public record Thing(
    @Length(min = 1, max = 32) String id,
    @OneOf({"bell", "bench", "well", "lamp", "crate", "boat", "stone"}) String kind,
    Label name,
    @Bounds(min = -512, max = 512) double x,
    @Bounds(min = -512, max = 512) double z,
    @Bounds(min = -360, max = 360) double yawDegrees) {}
