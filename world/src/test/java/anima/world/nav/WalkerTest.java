package anima.world.nav;

import static org.assertj.core.api.Assertions.assertThat;

import anima.world.Vec3;
import anima.world.place.Footprint;
import anima.world.place.Haven;
import anima.world.place.House;
import anima.world.place.Inhabitant;
import anima.world.place.Landmark;
import anima.world.place.Place;
import java.util.List;
import org.junit.jupiter.api.Test;

class WalkerTest {
  private static final Ground GROUND = new Ground(Haven.place());
  private static final Place PLACE = GROUND.place();
  private final Walker walker = new Walker(GROUND);

  @Test
  void every_landmark_is_reached_on_foot_from_the_arrival() {
    for (Landmark mark : PLACE.landmarks()) {
      assertThat(walker.way(PLACE.arrival(), new Vec3(mark.x(), 0, mark.z()), 4))
          .as(mark.id())
          .isPresent();
    }
  }

  @Test
  void everyone_stands_on_walkable_ground() {
    for (Inhabitant inhabitant : PLACE.inhabitants()) {
      assertThat(walker.nearest(new Vec3(inhabitant.x(), 0, inhabitant.z()), 0.1))
          .as(inhabitant.id())
          .isPresent();
    }
  }

  @Test
  void a_way_leads_around_houses_and_out_of_the_water() {
    for (Landmark mark : PLACE.landmarks()) {
      Vec3 at = PLACE.arrival();
      List<Vec3> way = walker.way(at, new Vec3(mark.x(), 0, mark.z()), 4).orElseThrow();
      for (Vec3 corner : way) {
        for (double t = 0; t <= 1; t += 0.02) {
          stands(at.plus(corner.minus(at).times(t)));
        }
        at = corner;
      }
    }
  }

  @Test
  void a_body_slides_along_a_wall() {
    House inn = PLACE.houses().get(0);
    Vec3 before = walker.nearest(new Vec3(inn.x() + 8, 0, inn.z()), 2).orElseThrow();
    Vec3 at = before;
    for (int i = 0; i < 100; i++) {
      at = walker.slide(at, at.plus(new Vec3(-0.1, 0, 0.05)));
      stands(at);
    }
    assertThat(at.z()).isGreaterThan(before.z() + 3);
    assertThat(new Footprint(inn).distance(at.x(), at.z())).isBetween(0.1, 3.0);
  }

  @Test
  void the_sea_is_no_way() {
    assertThat(walker.way(PLACE.arrival(), new Vec3(-40, 0, 110), 4)).isEmpty();
  }

  private static void stands(Vec3 at) {
    assertThat(GROUND.terrain().waterMeters(at.x(), at.z())).as("water at " + at).isLessThan(0.6);
    for (House house : PLACE.houses()) {
      if (!house.isDeck()) {
        assertThat(new Footprint(house).distance(at.x(), at.z()))
            .as(house.id() + " at " + at)
            .isPositive();
      }
    }
  }
}
