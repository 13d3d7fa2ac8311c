package anima.sync.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationState;
import org.sqlite.SQLiteConfig;

/** Opens connections to one SQLite file: write-ahead log, and an fsync at each commit. */
final class Database {
  private static final int BUSY_TIMEOUT_MILLIS = 5_000;

  private final Path file;

  Database(Path file) {
    this.file = file;
  }

  Path file() {
    return file;
  }

  /** Brings the tables to this program's version, or says that they are of a newer one. */
  void migrate() throws StoreException {
    try {
      Flyway flyway =
          Flyway.configure()
              .dataSource(url(), null, null)
              .locations("classpath:anima/sync/store")
              .load();
      if (Arrays.stream(flyway.info().all())
          .anyMatch(migration -> migration.getState() == MigrationState.FUTURE_SUCCESS)) {
        throw new StoreException(
            "The world store "
                + file
                + " was written by a newer version of Anima; use that version, or name another folder.");
      }
      flyway.migrate();
    } catch (FlywayException e) {
      throw StoreFailure.of(file, e);
    }
  }

  /** A connection for the one writer. */
  Connection writer(StoreLimits limits) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
    Connection connection = config.createConnection(url());
    try {
      limitSize(connection, limits.sizeBytesMax());
      connection.setAutoCommit(false);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** A connection that cannot write, for those who ask about the past. */
  Connection reader() throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
    config.setReadOnly(true);
    return config.createConnection(url());
  }

  /** Walks the whole file; anything but "ok" is damage. */
  void check() throws SQLException, StoreException {
    try (Connection connection = reader();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("PRAGMA quick_check(1)")) {
      if (!result.next() || !"ok".equals(result.getString(1))) {
        throw new StoreException(StoreFailure.damaged(file));
      }
    }
  }

  private static void limitSize(Connection connection, long sizeBytesMax) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      long pageBytes;
      try (ResultSet result = statement.executeQuery("PRAGMA page_size")) {
        pageBytes = result.getLong(1);
      }
      statement.execute("PRAGMA max_page_count = " + Math.max(1, sizeBytesMax / pageBytes));
    }
  }

  private String url() {
    return "jdbc:sqlite:" + file;
  }
}
