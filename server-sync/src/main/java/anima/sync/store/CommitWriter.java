package anima.sync.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes: takes every record that waits, commits them together with one fsync,
 * then tells each that it is durable. What fails to commit is kept, in order, and tried again until
 * it succeeds or the store closes; nothing behind it overtakes it.
 */
final class CommitWriter implements Runnable {
  /** Records that may wait; half of it is kept free for what the server itself must write. */
  static final int PENDING_TICKS_MAX = 600;

  /** Records that one transaction takes at most, so that a commit stays short. */
  static final int COMMIT_TICKS_MAX = 64;

  private static final int RETRY_MILLIS = 500;
  private static final int IDLE_MILLIS = 50;
  private static final Logger LOG = LoggerFactory.getLogger(CommitWriter.class);

  private final Database database;
  private final BlockingQueue<TickRecord> pending = new ArrayBlockingQueue<>(PENDING_TICKS_MAX);
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile StoreLimits limits;
  private volatile @Nullable String trouble;

  CommitWriter(Database database, StoreLimits limits) {
    this.database = database;
    this.limits = limits;
  }

  boolean offer(TickRecord record) {
    return pending.offer(record);
  }

  boolean accepting() {
    return trouble == null && pending.remainingCapacity() > PENDING_TICKS_MAX / 2;
  }

  Optional<String> trouble() {
    return Optional.ofNullable(trouble);
  }

  /** Changes the limits, from the next connection on: after a failure there is a new one. */
  void limits(StoreLimits changed) {
    limits = changed;
  }

  /** Asks the thread to write what waits and end; what the disk refuses then is given up. */
  void close() {
    closing.countDown();
  }

  @Override
  public void run() {
    List<TickRecord> batch = new ArrayList<>(COMMIT_TICKS_MAX);
    try {
      boolean open = true;
      while (open) {
        open = writeUntilFailure(batch) && !closing.await(RETRY_MILLIS, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Commits batch after batch over one connection. A failed transaction leaves no connection to be
   * trusted, so the next try has a new one and begins with the batch that failed.
   *
   * @return true after a failure, false once closing and nothing waits
   */
  private boolean writeUntilFailure(List<TickRecord> batch) throws InterruptedException {
    try (Connection connection = database.writer(limits);
        TickSql sql = new TickSql(connection, limits)) {
      // A commit that failed may still have happened: what is there already is not written twice.
      long committedTick = sql.committedTick();
      while (!batch.isEmpty() || take(batch)) {
        for (TickRecord record : batch) {
          if (record.tick() > committedTick) {
            sql.write(record);
          }
        }
        connection.commit();
        trouble = null;
        batch.forEach(record -> record.onDurable().run());
        batch.clear();
      }
      return false;
    } catch (SQLException e) {
      String sentence = StoreFailure.sentence(database.file(), e);
      if (!sentence.equals(trouble)) {
        LOG.warn("{}", sentence);
      }
      trouble = sentence;
      return true;
    }
  }

  /** Fills the batch; false once closing and nothing waits. */
  private boolean take(List<TickRecord> batch) throws InterruptedException {
    while (true) {
      boolean last = closing.getCount() == 0;
      TickRecord first = pending.poll(last ? 0 : IDLE_MILLIS, TimeUnit.MILLISECONDS);
      if (first != null) {
        batch.add(first);
        pending.drainTo(batch, COMMIT_TICKS_MAX - 1);
        return true;
      }
      if (last) {
        return false;
      }
    }
  }
}
