package anima.sync.room;

import anima.sync.store.LoggedAction;
import anima.sync.store.Snapshot;
import anima.sync.store.Standing;
import anima.sync.store.StoreException;
import anima.sync.store.WorldStore;
import anima.world.Action;
import anima.world.ActionJson;
import anima.world.World;
import anima.world.WorldSnapshot;
import anima.world.json.JsonFault;
import anima.world.nav.Ground;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the world of a store again: its newest whole snapshot, then the log, tick by tick. */
final class Recovery {
  private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

  private final World world;
  private final List<Action> actions = new ArrayList<>();
  private @Nullable JsonFault fault;

  private Recovery(World world) {
    this.world = world;
  }

  /**
   * The world where the store left it, or a new one.
   *
   * @param seed seed of a new world; a stored one keeps its own
   */
  static World recover(Ground ground, long seed, WorldStore store) throws StoreException {
    Standing standing = store.standing();
    Optional<Snapshot> snapshot = store.newestSnapshot();
    if (snapshot.isEmpty() && standing.tick() < 0) {
      return World.begin(ground, seed);
    }
    if (snapshot.isEmpty()) {
      throw StoreException.damaged(store.file());
    }
    try {
      Recovery recovery =
          new Recovery(
              World.restore(ground, WorldSnapshot.fromJson("snapshot", snapshot.get().json())));
      recovery.replay(store, standing);
      return recovery.world;
    } catch (JsonFault e) {
      throw StoreException.damaged(store.file(), e);
    }
  }

  private void replay(WorldStore store, Standing standing) throws StoreException, JsonFault {
    store.forEachActionAfter(world.tick(), this::replay);
    if (fault != null) {
      throw fault;
    }
    stepTo(standing.tick());
    if (standing.stateHash().isPresent() && standing.stateHash().getAsLong() != world.stateHash()) {
      LOG.warn("The world replayed to tick {} differs from the one that was.", world.tick());
    }
  }

  private void replay(LoggedAction logged) {
    if (fault != null) {
      return;
    }
    // Actions of a tick are judged in the step that leads to it.
    stepTo(logged.tick() - 1);
    try {
      actions.add(ActionJson.read("action of tick " + logged.tick(), logged.json()));
    } catch (JsonFault e) {
      fault = e;
    }
  }

  private void stepTo(long tick) {
    while (world.tick() < tick) {
      world.step(actions);
      actions.clear();
    }
  }
}
