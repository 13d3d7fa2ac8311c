package anima.brain.mind;

import anima.world.EntityId;
import anima.world.EntityView;
import anima.world.Offer;
import anima.world.Scene;
import anima.world.WorldEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes perceptions of the events that one session is told, and of nothing else. Owned by the
 * thread of its host.
 */
public final class Perceiver {
  private final Scene scene;
  private long tick;

  public Perceiver(EntityId self) {
    scene = new Scene(self);
  }

  /**
   * Takes in what was perceived since the last call. Time goes on by at least one tick a call, even
   * where nothing happens.
   *
   * @return empty while the body has not perceived itself
   */
  public Optional<Perception> perceive(List<WorldEvent> events) {
    scene.apply(events);
    tick = Math.max(tick + 1, scene.tick());
    return scene.selfView().map(self -> perception(self, events));
  }

  /** Its own body as it was perceived last. */
  public Optional<EntityView> self() {
    return scene.selfView();
  }

  private Perception perception(EntityView self, List<WorldEvent> events) {
    List<WorldEvent.Said> heard = new ArrayList<>();
    List<WorldEvent> happened = new ArrayList<>();
    for (WorldEvent event : events) {
      if (event instanceof WorldEvent.Said said) {
        heard.add(said);
      } else if (!(event instanceof WorldEvent.Moved)) {
        happened.add(event);
      }
    }
    SortedMap<EntityId, EntityView> seen = new TreeMap<>();
    scene.others().forEach(view -> seen.put(view.id(), view));
    List<Offer> offers =
        scene.offers().stream().filter(offer -> offer.buyer().equals(self.id())).toList();
    return new Perception(
        tick,
        self,
        seen,
        heard,
        happened,
        scene.coins(),
        scene.holdings(),
        offers,
        scene.hour(),
        scene.weather());
  }
}
