package anima.client.local;

import anima.world.Language;
import anima.world.place.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a world in this program is made of.
 *
 * @param folder where it is stored, with the memories of its minds
 * @param minds ids of the inhabitants to wake; empty for all
 * @param language of what minds say unasked
 * @param seed of the weather of a new world, and of the minds' choices
 */
public record LocalOptions(
    Path folder, Place place, Optional<List<String>> minds, Language language, long seed) {
  public LocalOptions {
    minds = minds.map(List::copyOf);
  }
}
