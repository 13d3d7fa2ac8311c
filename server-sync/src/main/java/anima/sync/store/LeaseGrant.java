package anima.sync.store;

import anima.world.EntityId;

/** The last lease given on an inhabitant. */
public record LeaseGrant(EntityId npc, String host, long fencing) {}
