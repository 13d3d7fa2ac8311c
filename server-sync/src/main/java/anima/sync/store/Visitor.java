package anima.sync.store;

import anima.world.EntityId;

/** Someone who came in before, known again by the hash of a token that only they hold. */
public record Visitor(String tokenSha256, EntityId entity, String name) {}
