package anima.world.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlaceTerrainTest {
  private static final Place HAVEN = Haven.place();
  private final PlaceTerrain terrain = new PlaceTerrain(HAVEN);

  @Test
  void the_same_place_has_the_same_ground_and_another_seed_another() {
    float[] heights = terrain.grid(HAVEN.sizeMeters(), 65);
    assertThat(new PlaceTerrain(HAVEN).grid(HAVEN.sizeMeters(), 65)).isEqualTo(heights);
    assertThat(heights[65 * 32 + 32]).isEqualTo((float) terrain.heightMeters(0, 0));
    Place other = PlaceFixtures.seeded(HAVEN, HAVEN.seed() + 1);
    assertThat(new PlaceTerrain(other).grid(HAVEN.sizeMeters(), 65)).isNotEqualTo(heights);
  }

  @Test
  void the_ground_has_no_steps_anywhere() {
    for (double x = -128; x < 128; x += 0.7) {
      for (double z = -128; z < 128; z += 0.7) {
        double rise = terrain.heightMeters(x + 0.01, z) - terrain.heightMeters(x, z);
        assertThat(rise).as("at " + x + ", " + z).isCloseTo(0, within(0.08));
      }
    }
  }

  @Test
  void the_square_is_level_and_the_jetty_stands_above_the_water() {
    double level = terrain.heightMeters(0, 0);
    for (double angle = 0; angle < 6.2; angle += 0.3) {
      double x = 12 * StrictMath.sin(angle);
      double z = 12 * StrictMath.cos(angle);
      assertThat(terrain.heightMeters(x, z)).isCloseTo(level, within(0.05));
    }
    assertThat(terrain.floorMeters(0, 75)).isCloseTo(HAVEN.seaLevelMeters() + 0.7, within(1e-9));
    assertThat(terrain.waterMeters(0, 75)).isZero();
    assertThat(terrain.waterMeters(12, 75)).isGreaterThan(1);
  }

  @Test
  void plants_keep_off_roads_houses_and_deep_water() {
    List<Plant> plants = Plants.of(HAVEN, terrain);
    assertThat(plants).hasSizeGreaterThan(300).isEqualTo(Plants.of(HAVEN, terrain));
    for (Plant plant : plants) {
      assertThat(terrain.isRoad(plant.x(), plant.z(), 0.5)).isFalse();
      assertThat(terrain.waterMeters(plant.x(), plant.z())).isLessThan(0.7);
      for (House house : HAVEN.houses()) {
        assertThat(new Footprint(house).distance(plant.x(), plant.z())).isPositive();
      }
    }
  }
}
