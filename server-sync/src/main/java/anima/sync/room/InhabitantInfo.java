package anima.sync.room;

import anima.world.EntityId;
import anima.world.Label;
import java.util.Optional;

/**
 * Someone who lives in a room's place.
 *
 * @param key id of the {@code Inhabitant} in the place's file
 * @param host the brain host that drives it now, if any
 */
public record InhabitantInfo(EntityId id, String key, Label name, Optional<String> host) {}
