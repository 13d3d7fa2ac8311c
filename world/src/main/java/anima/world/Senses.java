package anima.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one body perceives of its world, told as events: who comes into sight and goes out of it,
 * what those in sight do, what is said within earshot, and what concerns the body alone. A {@link
 * Scene} that applies them equals the world within sight. Sight is a circle: walls hide nothing.
 * Owned by the world's thread.
 */
public final class Senses {
  /** Others come into sight at this distance. */
  public static final double SIGHT_METERS = 60;

  /** Others go out of sight beyond this, further out, lest they flicker at the rim. */
  public static final double SIGHT_LOST_METERS = 66;

  private final EntityId self;
  private SortedMap<EntityId, EntityView> inSight = new TreeMap<>();
  private boolean isPresent;

  public Senses(EntityId self) {
    this.self = self;
  }

  /**
   * Perceives one step; to be called once after each. The first call, and the first after the body
   * was away, also tells all that is there already: the body itself, what it owns, the sky,
   * standing offers, and who is in sight.
   *
   * @param events all that the step told
   */
  public List<WorldEvent> perceive(World world, List<WorldEvent> events) {
    Optional<EntityView> body = world.view(self);
    List<WorldEvent> perceived = new ArrayList<>();
    SortedMap<EntityId, EntityView> before = inSight;
    if (body.isEmpty()) {
      before.keySet().forEach(id -> perceived.add(new WorldEvent.Vanished(world.tick(), id)));
      inSight = new TreeMap<>();
      isPresent = false;
      return perceived;
    }
    if (!isPresent) {
      wake(world, body.get(), perceived);
    }
    inSight = see(world, body.get().body().position());
    for (EntityView view : inSight.values()) {
      if (!before.containsKey(view.id())) {
        perceived.add(new WorldEvent.Appeared(world.tick(), view));
      }
    }
    Attention attention =
        new Attention(world, body.get(), before.keySet(), inSight.keySet(), isPresent);
    for (WorldEvent event : events) {
      if (event.accept(attention)) {
        perceived.add(event);
      }
    }
    for (EntityId id : before.keySet()) {
      if (!inSight.containsKey(id)) {
        perceived.add(new WorldEvent.Vanished(world.tick(), id));
      }
    }
    isPresent = true;
    return perceived;
  }

  private void wake(World world, EntityView body, List<WorldEvent> perceived) {
    perceived.add(new WorldEvent.Appeared(world.tick(), body));
    perceived.add(new WorldEvent.SkyChanged(world.tick(), world.hour(), world.weather()));
    world.holdings(self).ifPresent(perceived::add);
    for (Offer offer : world.offers()) {
      if (offer.seller().equals(self) || offer.buyer().equals(self)) {
        perceived.add(
            new WorldEvent.Offered(
                offer.lapseTick() - Limits.OFFER_TICKS,
                offer.seller(),
                offer.buyer(),
                offer.goods(),
                offer.count(),
                offer.totalCoins()));
      }
    }
  }

  private SortedMap<EntityId, EntityView> see(World world, Vec3 eye) {
    SortedMap<EntityId, EntityView> seen = new TreeMap<>();
    for (EntityView view : world.views()) {
      double reach = inSight.containsKey(view.id()) ? SIGHT_LOST_METERS : SIGHT_METERS;
      if (!view.id().equals(self) && eye.groundDistanceTo(view.body().position()) <= reach) {
        seen.put(view.id(), view);
      }
    }
    return seen;
  }
}
