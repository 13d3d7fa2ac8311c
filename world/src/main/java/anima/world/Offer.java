package anima.world;

import anima.world.json.Bounds;

/**
 * Goods offered by one body to another for coins in all, until a tick. There is at most one from
 * any body to any other.
 */
public record Offer(
    EntityId seller,
    EntityId buyer,
    GoodsId goods,
    @Bounds(min = 1, max = Limits.TRADE_COUNT_MAX) int count,
    @Bounds(min = 0, max = Limits.TRADE_COINS_MAX) long totalCoins,
    @Bounds(min = 0, max = 1e15) long lapseTick) {}
