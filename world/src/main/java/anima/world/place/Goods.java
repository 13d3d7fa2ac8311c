package anima.world.place;

import anima.world.GoodsId;
import anima.world.Label;
import anima.world.json.Bounds;
import anima.world.json.Length;

/**
 * A kind of goods that can be owned and traded.
 *
 * @param plural English plural ("loaves of bread"), equal to the name for mass nouns
 * @param measureZh Chinese measure word ("个", "条")
 * @param priceCoins usual price of one
 */
public record Goods(
    GoodsId id,
    Label name,
    @Length(min = 1, max = 64) String plural,
    @Length(min = 1, max = 4) String measureZh,
    @Bounds(min = 1, max = 1_000_000) long priceCoins) {}
