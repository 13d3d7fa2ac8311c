package anima.world.place;

import anima.world.Label;
import anima.world.json.Bounds;
import anima.world.json.Length;
import java.util.List;

/**
 * A named spot that people speak of. The ground is levelled within {@code radiusMeters}, or left as
 * it is where that is 0; other names are what people also call it, in either language.
 */
public record Landmark(
    @Length(min = 1, max = 32) String id,
    Label name,
    @Length(max = 32) List<String> otherNames,
    @Bounds(min = -512, max = 512) double x,
    @Bounds(min = -512, max = 512) double z,
    @Bounds(min = 0, max = 100) double radiusMeters) {
  public Landmark {
    otherNames = List.copyOf(otherNames);
  }
}
