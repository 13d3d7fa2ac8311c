package anima.sync.room;

import anima.world.Component;
import java.util.Optional;

/**
 * How a visitor comes in.
 *
 * @param name what others shall call them; the room refuses what is no name
 * @param looks what they look like from now on
 * @param token what {@link Seat#token()} gave at a former visit: the same body, where it left
 */
public record JoinRequest(String name, Component.Looks looks, Optional<String> token) {}
