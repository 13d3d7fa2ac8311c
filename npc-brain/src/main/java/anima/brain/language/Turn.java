package anima.brain.language;

import java.util.List;

/**
 * One earlier turn of a talk.
 *
 * @param heard what the other said
 * @param steps what it was taken for
 * @param said what was answered, as far as it was audible
 */
public record Turn(String heard, List<Step> steps, String said) {
  public Turn {
    steps = List.copyOf(steps);
  }
}
