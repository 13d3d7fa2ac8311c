package anima.sync.room;

import anima.world.EntityId;

/**
 * How a brain host takes up an inhabitant.
 *
 * @param host name of the host, for people who ask who drives whom
 * @param fencing the token of the lease that this host holds and takes up again; 0 for a free one
 */
public record EmbodyRequest(EntityId npc, String host, long fencing) {}
