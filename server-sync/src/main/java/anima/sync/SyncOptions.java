package anima.sync;

import anima.sync.room.Ticker;
import anima.sync.store.StoreLimits;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/**
 * How an embedded server runs.
 *
 * @param seed seed of a new world; a stored one keeps its own
 * @param random source of the visitors' tokens
 * @param ticker time of the room's loop
 */
public record SyncOptions(
    long seed, StoreLimits storeLimits, RandomGenerator random, Ticker ticker) {

  /** The machine's time, real secrets, usual limits. */
  public static SyncOptions of(long seed) {
    return new SyncOptions(seed, StoreLimits.DEFAULT, new SecureRandom(), Ticker.system());
  }
}
