package anima.sync.store;

import anima.world.EntityId;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what is stored, over a connection of its own. Guarded by its monitor. */
final class Past implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Past.class);

  private final Connection connection;

  Past(Database database) throws SQLException {
    connection = database.reader();
  }

  synchronized Standing standing() throws SQLException {
    return select(
            "SELECT place, tick, state_hash, sessions FROM clock",
            row -> {
              long hash = row.getLong(3);
              OptionalLong known = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(hash);
              return new Standing(row.getString(1), row.getLong(2), known, row.getLong(4));
            })
        .get(0);
  }

  synchronized Optional<Snapshot> newestSnapshot() throws SQLException {
    for (long tick :
        select("SELECT tick FROM snapshot ORDER BY tick DESC", row -> row.getLong(1))) {
      Optional<Snapshot> snapshot = snapshot(tick);
      if (snapshot.isPresent()) {
        return snapshot;
      }
      LOG.warn("The snapshot of tick {} is damaged; an older one and the log replace it.", tick);
    }
    return Optional.empty();
  }

  private Optional<Snapshot> snapshot(long tick) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT state_hash, json, sha256 FROM snapshot WHERE tick = ?")) {
      query.setLong(1, tick);
      try (ResultSet row = query.executeQuery()) {
        Snapshot snapshot = new Snapshot(tick, row.getLong(1), row.getString(2));
        boolean whole = MessageDigest.isEqual(snapshot.sha256(), row.getBytes(3));
        return whole ? Optional.of(snapshot) : Optional.empty();
      }
    }
  }

  synchronized void forEachActionAfter(long tick, Consumer<LoggedAction> consumer)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT tick, ordinal, session, sequence, json FROM action WHERE tick > ?"
                + " ORDER BY tick, ordinal")) {
      query.setLong(1, tick);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          consumer.accept(
              new LoggedAction(
                  row.getLong(1), row.getInt(2), row.getLong(3), row.getLong(4), row.getString(5)));
        }
      }
    }
  }

  synchronized List<PastEvent> history(int countMax) throws SQLException {
    List<PastEvent> events =
        select(
            "SELECT tick, kind, json FROM event ORDER BY id DESC LIMIT " + countMax,
            row -> new PastEvent(row.getLong(1), row.getString(2), row.getString(3)));
    Collections.reverse(events);
    return events;
  }

  synchronized List<Visitor> visitors() throws SQLException {
    return select(
        "SELECT token_sha256, entity, name FROM visitor",
        row -> new Visitor(row.getString(1), new EntityId(row.getLong(2)), row.getString(3)));
  }

  synchronized List<LeaseGrant> leases() throws SQLException {
    return select(
        "SELECT npc, host, fencing FROM lease",
        row -> new LeaseGrant(new EntityId(row.getLong(1)), row.getString(2), row.getLong(3)));
  }

  private <T> List<T> select(String sql, Row<T> each) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql);
        ResultSet row = query.executeQuery()) {
      List<T> all = new ArrayList<>();
      while (row.next()) {
        all.add(each.read(row));
      }
      return all;
    }
  }

  @Override
  public synchronized void close() throws SQLException {
    connection.close();
  }

  /** Makes a value of one row. */
  private interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }
}
