package anima.sync.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;

/**
 * Writes tick records within the open transaction of one connection. Owned by the writer's thread.
 */
final class TickSql implements AutoCloseable {
  private final StoreLimits limits;
  private final PreparedStatement standing;
  private final PreparedStatement clock;
  private final PreparedStatement action;
  private final PreparedStatement event;
  private final PreparedStatement visitor;
  private final PreparedStatement lease;
  private final PreparedStatement snapshot;
  private final PreparedStatement forgetSnapshots;
  private final PreparedStatement forgetActions;
  private final PreparedStatement forgetEvents;

  TickSql(Connection connection, StoreLimits limits) throws SQLException {
    this.limits = limits;
    standing = connection.prepareStatement("SELECT tick FROM clock");
    clock = connection.prepareStatement("UPDATE clock SET tick=?, state_hash=?, sessions=?");
    action = connection.prepareStatement("INSERT INTO action VALUES (?,?,?,?,?)");
    event = connection.prepareStatement("INSERT INTO event (tick, kind, json) VALUES (?,?,?)");
    visitor = connection.prepareStatement("INSERT OR REPLACE INTO visitor VALUES (?,?,?)");
    lease = connection.prepareStatement("INSERT OR REPLACE INTO lease VALUES (?,?,?)");
    snapshot = connection.prepareStatement("INSERT OR REPLACE INTO snapshot VALUES (?,?,?,?)");
    forgetSnapshots =
        connection.prepareStatement(
            "DELETE FROM snapshot WHERE tick NOT IN"
                + " (SELECT tick FROM snapshot ORDER BY tick DESC LIMIT ?)");
    // Once there are as many snapshots as we keep, the log before the oldest of them is of no use.
    forgetActions =
        connection.prepareStatement(
            "DELETE FROM action WHERE (SELECT COUNT(*) FROM snapshot) >= ?"
                + " AND tick <= (SELECT MIN(tick) FROM snapshot)");
    forgetEvents =
        connection.prepareStatement(
            "DELETE FROM event WHERE id <= (SELECT MAX(id) FROM event) - ?");
  }

  long committedTick() throws SQLException {
    try (ResultSet row = standing.executeQuery()) {
      return row.getLong(1);
    }
  }

  void write(TickRecord record) throws SQLException {
    clock.setLong(1, record.tick());
    if (record.stateHash().isPresent()) {
      clock.setLong(2, record.stateHash().get());
    } else {
      clock.setNull(2, Types.INTEGER);
    }
    clock.setLong(3, record.sessions());
    clock.executeUpdate();
    writeActions(record);
    writeEvents(record);
    writePeople(record);
    if (record.snapshot().isPresent()) {
      writeSnapshot(record.snapshot().get());
    }
  }

  private void writeActions(TickRecord record) throws SQLException {
    for (LoggedAction one : record.actions()) {
      action.setLong(1, one.tick());
      action.setInt(2, one.ordinal());
      action.setLong(3, one.session());
      action.setLong(4, one.sequence());
      action.setString(5, one.json());
      action.executeUpdate();
    }
  }

  private void writeEvents(TickRecord record) throws SQLException {
    for (PastEvent one : record.events()) {
      event.setLong(1, one.tick());
      event.setString(2, one.kind());
      event.setString(3, one.json());
      event.executeUpdate();
    }
  }

  private void writePeople(TickRecord record) throws SQLException {
    for (Visitor one : record.visitors()) {
      visitor.setString(1, one.tokenSha256());
      visitor.setLong(2, one.entity().value());
      visitor.setString(3, one.name());
      visitor.executeUpdate();
    }
    for (LeaseGrant one : record.leases()) {
      lease.setLong(1, one.npc().value());
      lease.setString(2, one.host());
      lease.setLong(3, one.fencing());
      lease.executeUpdate();
    }
  }

  private void writeSnapshot(Snapshot one) throws SQLException {
    snapshot.setLong(1, one.tick());
    snapshot.setLong(2, one.stateHash());
    snapshot.setBytes(3, one.sha256());
    snapshot.setString(4, one.json());
    snapshot.executeUpdate();
    forgetSnapshots.setInt(1, limits.snapshotsKept());
    forgetSnapshots.executeUpdate();
    forgetActions.setInt(1, limits.snapshotsKept());
    forgetActions.executeUpdate();
    forgetEvents.setLong(1, limits.historyEventsMax());
    forgetEvents.executeUpdate();
  }

  @Override
  public void close() throws SQLException {
    for (PreparedStatement statement :
        new PreparedStatement[] {
          standing,
          clock,
          action,
          event,
          visitor,
          lease,
          snapshot,
          forgetSnapshots,
          forgetActions,
          forgetEvents
        }) {
      statement.close();
    }
  }
}
