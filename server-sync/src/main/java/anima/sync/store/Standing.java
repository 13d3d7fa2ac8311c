package anima.sync.store;

import java.util.OptionalLong;

/**
 * Where a stored world stands.
 *
 * @param tick newest durable tick
 * @param stateHash hash of the state after that tick, where it was taken
 * @param sessions highest session number ever given
 */
public record Standing(String place, long tick, OptionalLong stateHash, long sessions) {}
