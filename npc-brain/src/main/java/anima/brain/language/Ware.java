package anima.brain.language;

import anima.world.place.Goods;

/**
 * Something a mind sells: its price in coins, how many there are, and the least it would accept.
 */
public record Ware(Goods goods, long priceCoins, int stock, long leastCoins) {}
