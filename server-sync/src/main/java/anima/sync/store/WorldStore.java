package anima.sync.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a world must not forget, in one folder. {@link #offer} may be called from one thread, the
 * room's; it never blocks. Reading may be done from any thread and waits for the disk.
 *
 * <p>Restart is the newest undamaged snapshot and the actions logged since.
 */
public final class WorldStore implements AutoCloseable {
  private static final int CLOSE_MILLIS_MAX = 10_000;

  private final Database database;
  private final StoreLock lock;
  private final Past past;
  private final CommitWriter writer;
  private final Thread writerThread;

  private WorldStore(Database database, StoreLock lock, Past past, CommitWriter writer) {
    this.database = database;
    this.lock = lock;
    this.past = past;
    this.writer = writer;
    writerThread = new Thread(writer, "anima-store");
    writerThread.setDaemon(true);
    writerThread.start();
  }

  /**
   * Opens the store of a folder, or makes it.
   *
   * @param place id of the place; a store of another place is not opened
   */
  public static WorldStore open(Path folder, String place, StoreLimits limits)
      throws StoreException {
    Database database = new Database(folder.resolve("world.db"));
    try {
      Files.createDirectories(folder);
      StoreLock lock = StoreLock.take(folder.resolve("world.lock"), database.file());
      try {
        return open(database, lock, place, limits);
      } catch (SQLException | StoreException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException | SQLException e) {
      throw StoreFailure.of(database.file(), e);
    }
  }

  private static WorldStore open(
      Database database, StoreLock lock, String place, StoreLimits limits)
      throws SQLException, StoreException {
    database.migrate();
    database.check();
    try (Connection connection = database.writer(limits);
        PreparedStatement begin =
            connection.prepareStatement(
                "INSERT INTO clock SELECT 1, ?, -1, NULL, 0 WHERE NOT EXISTS (SELECT 1 FROM clock)")) {
      begin.setString(1, place);
      begin.executeUpdate();
      connection.commit();
    }
    Past past = new Past(database);
    try {
      String stored = past.standing().place();
      if (!stored.equals(place)) {
        throw new StoreException(
            "The world store "
                + database.file()
                + " holds the place '"
                + stored
                + "', not '"
                + place
                + "'; name another folder or that place.");
      }
      return new WorldStore(database, lock, past, new CommitWriter(database, limits));
    } catch (SQLException | StoreException e) {
      past.close();
      throw e;
    }
  }

  /** The database file. */
  public Path file() {
    return database.file();
  }

  /** Queues a record; false if too many wait already, and then it is not kept. */
  public boolean offer(TickRecord record) {
    return writer.offer(record);
  }

  /** Whether new actions can be stored now; false while the disk is full or far behind. */
  public boolean accepting() {
    return writer.accepting();
  }

  /** Why nothing can be stored at present, in one sentence; empty while all is well. */
  public Optional<String> trouble() {
    return writer.trouble();
  }

  public Standing standing() throws StoreException {
    return read(past::standing);
  }

  /** The newest snapshot that is whole; an older one if the newest is damaged. */
  public Optional<Snapshot> newestSnapshot() throws StoreException {
    return read(past::newestSnapshot);
  }

  /** Hands over every logged action after a tick, in the order in which the world judged them. */
  public void forEachActionAfter(long tick, Consumer<LoggedAction> consumer) throws StoreException {
    read(
        () -> {
          past.forEachActionAfter(tick, consumer);
          return true;
        });
  }

  /** The newest events, oldest first. */
  public List<PastEvent> history(int countMax) throws StoreException {
    return read(() -> past.history(countMax));
  }

  public List<Visitor> visitors() throws StoreException {
    return read(past::visitors);
  }

  public List<LeaseGrant> leases() throws StoreException {
    return read(past::leases);
  }

  void limits(StoreLimits changed) {
    writer.limits(changed);
  }

  /** Writes what waits, then frees the folder. */
  @Override
  public void close() {
    writer.close();
    try {
      writerThread.join(CLOSE_MILLIS_MAX);
      past.close();
      lock.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (SQLException | IOException e) {
      throw new IllegalStateException(StoreFailure.sentence(database.file(), e), e);
    }
  }

  private <T> T read(Question<T> question) throws StoreException {
    try {
      return question.ask();
    } catch (SQLException e) {
      throw StoreFailure.of(database.file(), e);
    }
  }

  /** A question to the database. */
  private interface Question<T> {
    T ask() throws SQLException;
  }
}
