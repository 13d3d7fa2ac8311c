package anima.world;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TradeTest {
  private static final GoodsId FISH = new GoodsId("fish");

  private final Trial trial = new Trial();
  private final EntityId ann = trial.visitor;
  private final EntityId mira = trial.inhabitant("mira");

  @BeforeEach
  void stand_together() {
    trial.bring(ann, trial.at(mira).plus(new Vec3(1, 0, 0)));
  }

  @Test
  void an_offer_taken_moves_goods_one_way_and_coins_the_other() {
    trial.step(new Action.Sell(mira, ann, FISH, 2, 6));
    assertThat(trial.world.offers()).hasSize(1);
    trial.step(new Action.Take(ann, mira));
    assertThat(trial.world.holdings(ann).orElseThrow().counts()).containsEntry(FISH, 2);
    assertThat(trial.world.holdings(ann).orElseThrow().coins()).isEqualTo(Limits.ARRIVAL_COINS - 6);
    assertThat(trial.world.holdings(mira).orElseThrow().counts()).containsEntry(FISH, 22);
    assertThat(trial.last(WorldEvent.Sold.class).orElseThrow().totalCoins()).isEqualTo(6);
    assertThat(trial.world.offers()).isEmpty();
    trial.refuses(new Action.Take(ann, mira), Refusal.NO_OFFER);
  }

  @Test
  void an_offer_lapses_after_half_a_minute() {
    trial.step(new Action.Sell(mira, ann, FISH, 2, 6));
    trial.steps(Limits.OFFER_TICKS - 1);
    assertThat(trial.last(WorldEvent.Lapsed.class)).isEmpty();
    trial.step();
    assertThat(trial.last(WorldEvent.Lapsed.class)).isPresent();
    trial.refuses(new Action.Take(ann, mira), Refusal.NO_OFFER);
  }

  @Test
  void a_new_offer_replaces_the_old_one() {
    trial.step(new Action.Sell(mira, ann, FISH, 2, 6), new Action.Sell(mira, ann, FISH, 1, 2));
    assertThat(trial.world.offers()).extracting(Offer::totalCoins).containsExactly(2L);
  }

  @Test
  void nobody_sells_or_gives_what_is_not_owned() {
    trial.refuses(new Action.Sell(mira, ann, new GoodsId("kite"), 1, 1), Refusal.NOT_OWNED);
    trial.refuses(new Action.Sell(mira, ann, FISH, 25, 1), Refusal.NOT_OWNED);
    trial.refuses(new Action.Give(ann, mira, FISH, 1), Refusal.NOT_OWNED);
  }

  @Test
  void an_offer_lapses_when_the_seller_gave_the_goods_away() {
    trial.step(new Action.Sell(mira, ann, FISH, 24, 1), new Action.Give(mira, ann, FISH, 1));
    trial.refuses(new Action.Take(ann, mira), Refusal.NOT_OWNED);
    assertThat(trial.world.offers()).isEmpty();
  }

  @Test
  void a_price_beyond_the_purse_is_not_paid() {
    trial.step(new Action.Sell(mira, ann, FISH, 1, Limits.ARRIVAL_COINS + 1));
    trial.refuses(new Action.Take(ann, mira), Refusal.TOO_POOR);
  }

  @Test
  void numbers_out_of_range_are_refused() {
    trial.refuses(new Action.Give(mira, ann, FISH, 0), Refusal.BAD_NUMBER);
    trial.refuses(new Action.Give(mira, ann, FISH, Integer.MIN_VALUE), Refusal.BAD_NUMBER);
    trial.refuses(new Action.Sell(mira, ann, FISH, 1, -1), Refusal.BAD_NUMBER);
    trial.refuses(new Action.Sell(mira, ann, FISH, 1, Long.MAX_VALUE), Refusal.BAD_NUMBER);
    trial.refuses(new Action.Give(mira, mira, FISH, 1), Refusal.NOT_THERE);
  }

  @Test
  void hands_do_not_reach_far() {
    trial.step(new Action.Sell(mira, ann, FISH, 1, 3));
    trial.bring(ann, trial.at(mira).plus(new Vec3(0, 0, 6)));
    trial.refuses(new Action.Take(ann, mira), Refusal.TOO_FAR);
    trial.refuses(new Action.Give(mira, ann, FISH, 1), Refusal.TOO_FAR);
  }
}
