package anima.brain.host;

import anima.brain.kernel.Kernel;
import anima.brain.kernel.Trace;
import anima.brain.memory.Memories;
import anima.brain.memory.MemoryStore;
import anima.brain.mind.Mind;
import anima.brain.mind.Profile;
import anima.world.EntityId;
import anima.world.EntityView;
import anima.world.Language;
import anima.world.Session;
import anima.world.place.Inhabitant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Drives bodies by minds. {@link #step} lets each mind act once on what its body has perceived; it
 * is called by a {@link HostThread}, or by whoever steps a world by hand. A body that is lost, or
 * that another host drives, is tried again from time to time. All methods may be called from any
 * thread; minds are stepped by one at a time.
 */
public final class BrainHost implements AutoCloseable {
  /** Steps between two tries to take up what is not driven yet: five seconds at 20 Hz. */
  static final int RETRY_STEPS = 100;

  private final SessionSource source;
  private final Kernel kernel;
  private final MemoryStore store;
  private final Language preferred;
  private final long seed;
  private final Failures failures = new Failures();

  /** Guarded by this, as all below: those to be taken up, by the id of the inhabitant. */
  private final Map<String, Driven> driven = new LinkedHashMap<>();

  private final List<Driven> guests = new ArrayList<>();
  private final Optional<List<String>> wanted;
  private int steps;

  /**
   * A host that has not taken up anyone yet.
   *
   * @param wanted ids of the inhabitants to drive; empty for all
   * @param preferred language of what they say unasked
   */
  public BrainHost(
      SessionSource source,
      Optional<List<String>> wanted,
      Kernel kernel,
      MemoryStore store,
      Language preferred,
      long seed) {
    this.source = source;
    this.wanted = wanted.map(List::copyOf);
    this.kernel = kernel;
    this.store = store;
    this.preferred = preferred;
    this.seed = seed;
  }

  /** Lets each mind act once. */
  public synchronized void step() {
    if (steps++ % RETRY_STEPS == 0) {
      takeUp();
    }
    dropEnded(driven.values().iterator());
    dropEnded(guests.iterator());
    driven.values().forEach(Driven::step);
    guests.forEach(Driven::step);
  }

  /** Lets a new mind drive a body that the caller has opened; the host closes it. */
  public synchronized void adopt(Session session, Profile profile) {
    guests.add(awaken(session, profile));
  }

  /** Whether a mind is still to answer, or to end what it is saying. */
  public synchronized boolean busy() {
    return driven.values().stream().anyMatch(it -> it.mind().busy())
        || guests.stream().anyMatch(it -> it.mind().busy());
  }

  /** Ids of the inhabitants that it drives now. */
  public synchronized List<String> driving() {
    return List.copyOf(driven.keySet());
  }

  /** Where the body of an inhabitant or guest stands that it drives, by a name in any language. */
  public synchronized Optional<EntityView> body(String name) {
    return Stream.concat(driven.values().stream(), guests.stream())
        .flatMap(one -> one.body().stream())
        .filter(view -> view.name().en().equalsIgnoreCase(name) || view.name().zh().equals(name))
        .findFirst();
  }

  /** A body that it drives, as that body perceived itself last. */
  public synchronized Optional<EntityView> body(EntityId id) {
    return Stream.concat(driven.values().stream(), guests.stream())
        .flatMap(one -> one.body().stream())
        .filter(view -> view.id().equals(id))
        .findFirst();
  }

  /** The last decisions of the one called {@code name} in either language, oldest first. */
  public List<Trace> why(String name) {
    return kernel.why(name);
  }

  /** What went wrong since this was last asked, one sentence each. */
  public List<String> takeFailures() {
    return failures.take();
  }

  @Override
  public synchronized void close() {
    driven.values().forEach(Driven::close);
    guests.forEach(Driven::close);
    driven.clear();
    guests.clear();
  }

  private void takeUp() {
    for (String inhabitant : wanted.orElseGet(source::inhabitants)) {
      if (!driven.containsKey(inhabitant)) {
        try {
          Session session = source.open(inhabitant);
          driven.put(inhabitant, awaken(session, profile(session, inhabitant)));
        } catch (SessionException notNow) {
          failures.add(String.valueOf(notNow.getMessage()));
        }
      }
    }
  }

  private static Profile profile(Session session, String id) throws SessionException {
    return session.place().inhabitants().stream()
        .filter(inhabitant -> inhabitant.id().equals(id))
        .findFirst()
        .map((Inhabitant inhabitant) -> Profile.of(inhabitant))
        .orElseThrow(() -> new SessionException("Nobody called " + id + " lives in this place."));
  }

  private Driven awaken(Session session, Profile profile) {
    MemoryStore.Loaded loaded = store.load(profile.key());
    failures.add(loaded.complaint());
    Memories memories = new Memories(loaded.memories());
    Mind mind = new Mind(profile, session.place(), memories, kernel, preferred, this::drives, seed);
    return new Driven(session, mind, store, failures);
  }

  private boolean drives(EntityId body) {
    return Stream.concat(driven.values().stream(), guests.stream())
        .anyMatch(one -> one.session().self().equals(body));
  }

  private void dropEnded(Iterator<Driven> all) {
    while (all.hasNext()) {
      Driven one = all.next();
      one.session()
          .ended()
          .ifPresent(
              why -> {
                failures.add(one.mind().profile().name().en() + " is no longer driven: " + why);
                one.close();
                all.remove();
              });
    }
  }
}
