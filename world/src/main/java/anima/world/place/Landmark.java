package anima.world.place;

import anima.world.Label;
import java.util.List;

/**
 * A named spot that people speak of. The ground is levelled within {@code radiusMeters}; other
 * names are what people also call it, in either language.
 */
public record Landmark(
    String id, Label name, List<String> otherNames, double x, double z, double radiusMeters) {
  public Landmark {
    otherNames = List.copyOf(otherNames);
  }
}
