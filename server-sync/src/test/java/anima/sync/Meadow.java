package anima.sync;

import anima.sync.room.JoinRequest;
import anima.world.Component;
import anima.world.GoodsId;
import anima.world.Label;
import anima.world.Mood;
import anima.world.Vec3;
import anima.world.Weather;
import anima.world.nav.Ground;
import anima.world.place.Goods;
import anima.world.place.Inhabitant;
import anima.world.place.Landmark;
import anima.world.place.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small flat place with two inhabitants, quick to walk on. */
public final class Meadow {
  public static final Component.Looks LOOKS =
      new Component.Looks(0xc09070, 0x302010, 0x4060a0, 0xffffff, 1.7);
  public static final GoodsId APPLE = new GoodsId("apple");
  public static final Place PLACE = place();
  public static final Ground GROUND = new Ground(PLACE);

  private Meadow() {}

  public static JoinRequest visitor(String name) {
    return new JoinRequest(name, LOOKS, Optional.empty());
  }

  private static Place place() {
    return new Place(
        "meadow",
        new Label("Meadow", "草地"),
        1,
        64,
        -5,
        10,
        9,
        Weather.CLEAR,
        Vec3.ZERO,
        0,
        List.of(),
        List.of(new Landmark("stone", new Label("the stone", "石头"), List.of(), 10, 10, 3)),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(new Goods(APPLE, new Label("apple", "苹果"), "apples", "个", 2)),
        List.of(
            inhabitant("mira", new Label("Mira", "米拉"), 3),
            inhabitant("tom", new Label("Tom", "汤姆"), -6)));
  }

  private static Inhabitant inhabitant(String id, Label name, double x) {
    return new Inhabitant(
        id,
        name,
        new Label("farmer", "农夫"),
        Mood.CALM,
        LOOKS,
        "stone",
        x,
        2,
        50,
        Map.of(APPLE, 10),
        Map.of(APPLE, 2L),
        List.of(),
        List.of(),
        List.of());
  }
}
