package anima.world.place;

import anima.world.Label;

/**
 * Something of the place that can be seen and used; {@code kind} is bell, bench, well, lamp, crate,
 * boat.
 */
public record Thing(String id, String kind, Label name, double x, double z, double yawDegrees) {}
