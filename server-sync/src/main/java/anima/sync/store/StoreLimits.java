package anima.sync.store;

/**
 * How large a store may grow.
 *
 * @param sizeBytesMax size of the database file at which the disk counts as full
 * @param historyEventsMax events kept; the oldest are dropped first
 * @param snapshotsKept newest snapshots kept, with the log since the oldest of them
 */
public record StoreLimits(long sizeBytesMax, long historyEventsMax, int snapshotsKept) {
  public static final StoreLimits DEFAULT = new StoreLimits(8L << 30, 1_000_000, 3);

  public StoreLimits {
    if (sizeBytesMax <= 0 || historyEventsMax <= 0 || snapshotsKept <= 0) {
      throw new IllegalArgumentException(
          "limits of a store are positive, not "
              + sizeBytesMax
              + ", "
              + historyEventsMax
              + ", "
              + snapshotsKept);
    }
  }
}
