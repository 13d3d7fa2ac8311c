package anima.brain.host;

import anima.brain.memory.MemoryStore;
import anima.brain.mind.Mind;
import anima.brain.mind.Perceiver;
import anima.world.EntityView;
import anima.world.Session;
import java.util.Optional;

/** A body and the mind that moves it. Owned by the thread of its host. */
final class Driven {
  private final Session session;
  private final Mind mind;
  private final Perceiver perceiver;
  private final MemoryStore store;
  private final Failures failures;

  Driven(Session session, Mind mind, MemoryStore store, Failures failures) {
    this.session = session;
    this.mind = mind;
    this.store = store;
    this.failures = failures;
    perceiver = new Perceiver(session.self());
  }

  /** One step; what the mind has learned is on disk before what it says of it goes out. */
  void step() {
    perceiver
        .perceive(session.drain())
        .ifPresent(
            perception -> {
              var actions = mind.tick(perception);
              save();
              actions.forEach(session::submit);
            });
    failures.add(mind.takeFailure());
  }

  /** Its own body as it perceived it last. */
  Optional<EntityView> body() {
    return perceiver.self();
  }

  Mind mind() {
    return mind;
  }

  Session session() {
    return session;
  }

  void close() {
    save();
    session.close();
  }

  private void save() {
    mind.takeChangedMemories()
        .ifPresent(memories -> failures.add(store.save(mind.profile().key(), memories)));
  }
}
