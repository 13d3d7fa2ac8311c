package anima.brain.language;

import anima.world.Label;
import java.util.Optional;

/**
 * A person that a mind knows.
 *
 * @param key id of the person among those known
 * @param about what they are, "the baker"
 * @param at where they were last seen, in words; empty when not known
 */
public record KnownPerson(String key, Label name, Optional<Label> about, Optional<String> at) {}
