package anima.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ConservationTest {
  @Test
  void goods_and_coins_are_neither_made_nor_lost() {
    World world = World.begin(Trial.GROUND, 3);
    RandomDeeds deeds = new RandomDeeds(world, 23);
    SortedMap<GoodsId, Integer> goods = goods(world);
    long natives = coins(world);
    long inhabitants = world.place().inhabitants().size();
    long sales = 0;
    for (int i = 0; i < 5000; i++) {
      List<WorldEvent> events = world.step(deeds.next());
      sales += events.stream().filter(WorldEvent.Sold.class::isInstance).count();
      if (i % 10 > 0) {
        continue;
      }
      assertThat(goods(world)).isEqualTo(goods);
      long visitors = world.snapshot().beings().size() - inhabitants;
      assertThat(coins(world)).isEqualTo(natives + visitors * Limits.ARRIVAL_COINS);
    }
    assertThat(sales).isPositive();
  }

  private static long coins(World world) {
    return world.snapshot().beings().stream()
        .mapToLong(
            being -> world.component(being.id(), Component.Purse.class).orElseThrow().coins())
        .sum();
  }

  private static SortedMap<GoodsId, Integer> goods(World world) {
    SortedMap<GoodsId, Integer> sum = new TreeMap<>();
    for (WorldSnapshot.Being being : world.snapshot().beings()) {
      world
          .component(being.id(), Component.Holdings.class)
          .orElseThrow()
          .counts()
          .forEach((id, count) -> sum.merge(id, count, Integer::sum));
    }
    return sum;
  }
}
