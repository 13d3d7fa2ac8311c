package anima.sync.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anima.world.EntityId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorldStoreTest {
  private static final StoreLimits SMALL = new StoreLimits(400_000, 10, 3);

  @TempDir Path folder;

  @Test
  void what_was_committed_is_there_after_reopening() throws Exception {
    try (WorldStore store = open()) {
      commit(store, record(1, "one", Optional.empty()));
      commit(store, record(2, "two", Optional.of(new Snapshot(2, 77, "{state}"))));
      commit(store, record(3, "three", Optional.empty()));
    }
    try (WorldStore store = open()) {
      assertThat(store.standing().tick()).isEqualTo(3);
      assertThat(store.newestSnapshot()).contains(new Snapshot(2, 77, "{state}"));
      assertThat(actionsAfter(store, 2)).containsExactly("three");
      assertThat(store.history(9))
          .extracting(PastEvent::json)
          .containsExactly("one", "two", "three");
      assertThat(store.visitors()).extracting(Visitor::name).containsExactly("Ada");
      assertThat(store.leases()).containsExactly(new LeaseGrant(new EntityId(1), "host", 3));
    }
  }

  @Test
  void a_damaged_snapshot_falls_back_to_the_one_before() throws Exception {
    try (WorldStore store = open()) {
      commit(store, record(1, "one", Optional.of(new Snapshot(1, 7, "{old}"))));
      commit(store, record(2, "two", Optional.of(new Snapshot(2, 8, "{new}"))));
    }
    sql("UPDATE snapshot SET json = '{bad}' WHERE tick = 2");
    try (WorldStore store = open()) {
      assertThat(store.newestSnapshot()).map(Snapshot::json).contains("{old}");
      assertThat(actionsAfter(store, 1)).containsExactly("two");
    }
  }

  @Test
  void only_the_newest_snapshots_and_events_are_kept_with_the_log_since() throws Exception {
    try (WorldStore store = open()) {
      for (int tick = 1; tick <= 20; tick++) {
        commit(store, record(tick, "a" + tick, Optional.of(new Snapshot(tick, tick, "{}"))));
      }
      assertThat(actionsAfter(store, 0)).containsExactly("a19", "a20");
      assertThat(store.history(99)).hasSize(10);
    }
  }

  @Test
  void a_store_in_use_is_not_opened_twice() throws Exception {
    try (WorldStore store = open()) {
      assertThat(store.accepting()).isTrue();
      assertThatThrownBy(this::open)
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("in use by another program");
    }
  }

  @Test
  void a_store_of_a_newer_version_is_left_alone() throws Exception {
    open().close();
    sql(
        "INSERT INTO flyway_schema_history SELECT 2, '99', 'later', 'SQL', 'V99__later.sql', 1,"
            + " 'anima', installed_on, 1, 1 FROM flyway_schema_history LIMIT 1");
    assertThatThrownBy(this::open)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("newer version");
  }

  @Test
  void a_store_of_another_place_is_left_alone() throws Exception {
    open().close();
    assertThatThrownBy(() -> WorldStore.open(folder, "moon", SMALL))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("holds the place 'cove', not 'moon'");
  }

  @Test
  void a_file_that_is_no_store_is_named_damaged() throws IOException {
    Files.writeString(
        folder.resolve("world.db"), "not a database at all, not even nearly".repeat(99));
    assertThatThrownBy(this::open)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("is damaged");
  }

  @Test
  void a_folder_that_cannot_be_made_is_named() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");
    assertThatThrownBy(() -> WorldStore.open(file.resolve("world"), "cove", SMALL))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining(file.toString());
    assertThat(StoreFailure.sentence(file, new java.nio.file.AccessDeniedException("x")))
        .contains("no permission to write");
  }

  @Test
  void a_full_disk_is_told_and_what_waits_is_written_once_there_is_room() throws Exception {
    try (WorldStore store = open()) {
      commit(store, record(1, "kept", Optional.empty()));
      CountDownLatch durable = new CountDownLatch(1);
      String large = "x".repeat(600_000);
      store.offer(record(2, large, Optional.empty(), durable::countDown));
      await(() -> store.trouble().isPresent());
      assertThat(store.accepting()).isFalse();
      assertThat(store.trouble()).hasValueSatisfying(s -> assertThat(s).contains("disk is full"));
      assertThat(actionsAfter(store, 0)).containsExactly("kept");
      store.limits(StoreLimits.DEFAULT);
      assertThat(durable.await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(store.accepting()).isTrue();
      assertThat(actionsAfter(store, 0)).containsExactly("kept", large);
    }
  }

  private WorldStore open() throws StoreException {
    return WorldStore.open(folder, "cove", SMALL);
  }

  private static TickRecord record(long tick, String json, Optional<Snapshot> snapshot) {
    return record(tick, json, snapshot, () -> {});
  }

  private static TickRecord record(
      long tick, String json, Optional<Snapshot> snapshot, Runnable onDurable) {
    return new TickRecord(
        tick,
        Optional.of(tick),
        1,
        List.of(new LoggedAction(tick, 0, 1, tick, json)),
        List.of(new PastEvent(tick, "Said", json)),
        List.of(new Visitor("hash", new EntityId(9), "Ada")),
        List.of(new LeaseGrant(new EntityId(1), "host", tick)),
        snapshot,
        onDurable);
  }

  private static void commit(WorldStore store, TickRecord record) throws InterruptedException {
    CountDownLatch durable = new CountDownLatch(1);
    assertThat(
            store.offer(
                new TickRecord(
                    record.tick(),
                    record.stateHash(),
                    record.sessions(),
                    record.actions(),
                    record.events(),
                    record.visitors(),
                    record.leases(),
                    record.snapshot(),
                    durable::countDown)))
        .isTrue();
    assertThat(durable.await(30, TimeUnit.SECONDS)).isTrue();
  }

  private static List<String> actionsAfter(WorldStore store, long tick) throws StoreException {
    List<String> all = new ArrayList<>();
    store.forEachActionAfter(tick, action -> all.add(action.json()));
    return all;
  }

  private static void await(java.util.function.BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
    }
  }

  private void sql(String statement) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("world.db"));
        Statement s = connection.createStatement()) {
      s.executeUpdate(statement);
    }
  }
}
