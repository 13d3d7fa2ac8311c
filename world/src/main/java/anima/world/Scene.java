package anima.world;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one body knows of its surroundings, kept up to date by the events it perceives: the replica
 * that a client draws and a mind thinks about. Owned by one thread.
 */
public final class Scene {
  private final EntityId self;
  private final SceneUpdate update = new SceneUpdate(this);
  private final SortedMap<EntityId, EntityView> views = new TreeMap<>();
  private final Offers offers = new Offers();
  private SortedMap<GoodsId, Integer> holdings = Collections.emptySortedMap();
  private long coins;
  private long tick;
  private double hour;
  private Weather weather = Weather.CLEAR;

  public Scene(EntityId self) {
    this.self = self;
  }

  /** Applies events in the order in which they were drained from the session. */
  public void apply(List<WorldEvent> events) {
    for (WorldEvent event : events) {
      tick = Math.max(tick, event.tick());
      event.accept(update);
    }
    offers.removeIf(offer -> offer.lapseTick() <= tick);
  }

  public EntityId self() {
    return self;
  }

  /** The own body; empty before the first events and while it is away. */
  public Optional<EntityView> selfView() {
    return view(self);
  }

  /** A body in sight, or the own one. */
  public Optional<EntityView> view(EntityId id) {
    return Optional.ofNullable(views.get(id));
  }

  /** Everyone in sight but oneself, in the order of their ids. */
  public List<EntityView> others() {
    return views.values().stream().filter(view -> !view.id().equals(self)).toList();
  }

  /** Everyone in sight and oneself, in the order of their ids; a view that follows the scene. */
  public Collection<EntityView> all() {
    return Collections.unmodifiableCollection(views.values());
  }

  /** The latest tick that was heard of. */
  public long tick() {
    return tick;
  }

  /** Hour of the day, 0 inclusive to 24 exclusive. */
  public double hour() {
    return hour;
  }

  public Weather weather() {
    return weather;
  }

  /** Coins owned. */
  public long coins() {
    return coins;
  }

  /** Goods owned. */
  public SortedMap<GoodsId, Integer> holdings() {
    return holdings;
  }

  /** Standing offers from or to oneself. */
  public List<Offer> offers() {
    return List.copyOf(offers.all());
  }

  /** The standing offer of someone to oneself. */
  public Optional<Offer> offerOf(EntityId seller) {
    return offers.find(seller, self);
  }

  /** Forgets whom it saw and what was offered before the body was away: all is told again. */
  void startAnew() {
    views.clear();
    offers.removeIf(offer -> true);
  }

  void put(EntityView view) {
    views.put(view.id(), view);
  }

  void remove(EntityId id) {
    views.remove(id);
  }

  void put(Offer offer) {
    if (offer.seller().equals(self) || offer.buyer().equals(self)) {
      offers.put(offer);
    }
  }

  void close(EntityId seller, EntityId buyer) {
    offers.find(seller, buyer).ifPresent(offers::remove);
  }

  void own(long newCoins, SortedMap<GoodsId, Integer> counts) {
    coins = newCoins;
    holdings = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
  }

  void sky(double newHour, Weather newWeather) {
    hour = newHour;
    weather = newWeather;
  }
}
