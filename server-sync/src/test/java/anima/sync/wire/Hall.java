package anima.sync.wire;

import static org.assertj.core.api.Assertions.assertThat;

import anima.sync.EmbeddedServer;
import anima.sync.Meadow;
import anima.sync.SyncOptions;
import anima.world.Session;
import anima.world.WorldEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** The meadow's server on a free port, and a client of it. */
final class Hall implements AutoCloseable {
  final EmbeddedServer server;
  final ServerAddress address;
  final Client client;
  private final Map<Session, List<WorldEvent>> told = new ConcurrentHashMap<>();

  Hall(Path folder) throws Exception {
    this(folder, Optional.empty());
  }

  Hall(Path folder, Optional<String> hostKey) throws Exception {
    server = EmbeddedServer.open(folder.resolve("world"), Meadow.PLACE, SyncOptions.of(7));
    int port = server.listen(new ServerOptions(0, folder.resolve("world"), hostKey));
    address = new ServerAddress("localhost", port);
    client = new Client(folder.resolve("known_hosts"));
  }

  NetworkSession join(String name) throws ConnectException {
    return client.join(address, Meadow.visitor(name));
  }

  static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("holds in time").isLessThan(deadline);
      LockSupport.parkNanos(2_000_000);
    }
  }

  <E extends WorldEvent> E await(Session session, Class<E> kind, Predicate<E> which) {
    List<E> found = new ArrayList<>();
    await(
        () -> {
          told(session).stream()
              .filter(kind::isInstance)
              .map(kind::cast)
              .filter(which)
              .forEach(found::add);
          return !found.isEmpty();
        });
    return found.get(0);
  }

  List<WorldEvent> told(Session session) {
    List<WorldEvent> all = told.computeIfAbsent(session, s -> new ArrayList<>());
    all.addAll(session.drain());
    return all;
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }
}
