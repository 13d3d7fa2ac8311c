package anima.world.place;

import anima.world.GoodsId;
import anima.world.Label;

/**
 * A kind of goods that can be owned and traded.
 *
 * @param plural English plural ("loaves of bread"), equal to the name for mass nouns
 * @param measureZh Chinese measure word ("个", "条")
 * @param priceCoins usual price of one
 */
public record Goods(GoodsId id, Label name, String plural, String measureZh, long priceCoins) {}
