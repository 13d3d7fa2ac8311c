package anima.world;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Rules of giving and trading: goods and coins change hands, none comes into being or is lost. */
final class TradeRules {
  private final WorldState state;

  TradeRules(WorldState state) {
    this.state = state;
  }

  Optional<Refusal> give(Action.Give give) {
    if (give.count() < 1 || give.count() > Limits.TRADE_COUNT_MAX) {
      return Optional.of(Refusal.BAD_NUMBER);
    }
    Entity actor = Rules.actor(state, give);
    Optional<Refusal> apart = apart(actor, give.to());
    if (apart.isPresent()) {
      return apart;
    }
    if (actor.count(give.goods()) < give.count()) {
      return Optional.of(Refusal.NOT_OWNED);
    }
    Entity other = state.awake(give.to()).orElseThrow();
    hand(actor, other, give.goods(), give.count());
    state.tell(
        new WorldEvent.Gave(state.tick(), give.actor(), give.to(), give.goods(), give.count()));
    state.tellHoldings(actor);
    state.tellHoldings(other);
    return Optional.empty();
  }

  Optional<Refusal> sell(Action.Sell sell) {
    if (sell.count() < 1
        || sell.count() > Limits.TRADE_COUNT_MAX
        || sell.totalCoins() < 0
        || sell.totalCoins() > Limits.TRADE_COINS_MAX) {
      return Optional.of(Refusal.BAD_NUMBER);
    }
    Entity actor = Rules.actor(state, sell);
    Optional<Refusal> apart = apart(actor, sell.to());
    if (apart.isPresent()) {
      return apart;
    }
    if (actor.count(sell.goods()) < sell.count()) {
      return Optional.of(Refusal.NOT_OWNED);
    }
    if (state.offers().find(sell.actor(), sell.to()).isEmpty()
        && state.offers().countOf(sell.actor()) >= Limits.OFFERS_MAX) {
      return Optional.of(Refusal.TOO_MANY);
    }
    state
        .offers()
        .put(
            new Offer(
                sell.actor(),
                sell.to(),
                sell.goods(),
                sell.count(),
                sell.totalCoins(),
                state.tick() + Limits.OFFER_TICKS));
    state.tell(
        new WorldEvent.Offered(
            state.tick(), sell.actor(), sell.to(), sell.goods(), sell.count(), sell.totalCoins()));
    return Optional.empty();
  }

  Optional<Refusal> take(Action.Take take) {
    Entity buyer = Rules.actor(state, take);
    Optional<Offer> found = state.offers().find(take.from(), take.actor());
    if (found.isEmpty()) {
      return Optional.of(Refusal.NO_OFFER);
    }
    Optional<Refusal> apart = apart(buyer, take.from());
    if (apart.isPresent()) {
      return apart;
    }
    Offer offer = found.get();
    Entity seller = state.awake(take.from()).orElseThrow();
    if (seller.count(offer.goods()) < offer.count()) {
      lapse(offer);
      return Optional.of(Refusal.NOT_OWNED);
    }
    if (buyer.need(Component.Purse.class).coins() < offer.totalCoins()) {
      return Optional.of(Refusal.TOO_POOR);
    }
    state.offers().remove(offer);
    settle(offer, seller, buyer);
    return Optional.empty();
  }

  private void settle(Offer offer, Entity seller, Entity buyer) {
    hand(seller, buyer, offer.goods(), offer.count());
    pay(buyer, -offer.totalCoins());
    pay(seller, offer.totalCoins());
    state.tell(
        new WorldEvent.Sold(
            state.tick(),
            offer.seller(),
            offer.buyer(),
            offer.goods(),
            offer.count(),
            offer.totalCoins()));
    state.tellHoldings(seller);
    state.tellHoldings(buyer);
  }

  private void lapse(Offer offer) {
    state.offers().remove(offer);
    state.tell(new WorldEvent.Lapsed(state.tick(), offer.seller(), offer.buyer()));
  }

  /** Why two bodies cannot hand things to one another, if they cannot. */
  private Optional<Refusal> apart(Entity actor, EntityId other) {
    Optional<Entity> found = state.awake(other).filter(entity -> entity != actor);
    if (found.isEmpty()) {
      return Optional.of(Refusal.NOT_THERE);
    }
    double distance = actor.position().distanceTo(found.get().position());
    return distance > Limits.REACH_METERS ? Optional.of(Refusal.TOO_FAR) : Optional.empty();
  }

  private static void hand(Entity from, Entity to, GoodsId goods, int count) {
    add(from, goods, -count);
    add(to, goods, count);
  }

  private static void add(Entity entity, GoodsId goods, int count) {
    SortedMap<GoodsId, Integer> counts =
        new TreeMap<>(entity.need(Component.Holdings.class).counts());
    int left = Math.addExact(counts.getOrDefault(goods, 0), count);
    if (left == 0) {
      counts.remove(goods);
    } else {
      counts.put(goods, left);
    }
    entity.put(new Component.Holdings(counts));
  }

  private static void pay(Entity entity, long coins) {
    long before = entity.need(Component.Purse.class).coins();
    entity.put(new Component.Purse(Math.addExact(before, coins)));
  }
}
