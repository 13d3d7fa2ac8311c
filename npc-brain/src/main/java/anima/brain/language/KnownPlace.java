package anima.brain.language;

import anima.world.Label;
import java.util.List;

/**
 * A place that a mind knows.
 *
 * @param key landmark id
 * @param where how to get there from where the mind stands, in words of the situation's language
 */
public record KnownPlace(String key, Label name, List<String> otherNames, String where) {
  public KnownPlace {
    otherNames = List.copyOf(otherNames);
  }
}
