package anima.world;

import anima.world.json.Bounds;
import anima.world.json.Rgb;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** One aspect of an entity. An entity is an id and at most one component of each kind. */
public sealed interface Component {

  /** What others call it. */
  record Named(Label label) implements Component {}

  /** Where it stands: feet position, yaw in radians, velocity in metres per second. */
  record Body(Vec3 position, double yawRadians, Vec3 velocity) implements Component {}

  /** What it looks like: colours as 0xRRGGBB, height in metres. */
  record Looks(
      @Rgb int skinRgb,
      @Rgb int hairRgb,
      @Rgb int clothRgb,
      @Rgb int trimRgb,
      @Bounds(min = 0.5, max = 2.5) double heightMeters)
      implements Component {
    public Looks {
      if (!(heightMeters >= 0.5 && heightMeters <= 2.5)) {
        throw new IllegalArgumentException("a body is 0.5 to 2.5 m tall, not " + heightMeters);
      }
      if ((skinRgb | hairRgb | clothRgb | trimRgb) >>> 24 != 0) {
        throw new IllegalArgumentException("a colour has 24 bits");
      }
    }
  }

  /** The character of an inhabitant; absent for visitors. Trade is what the person works as. */
  record Persona(Label trade, Mood mood) implements Component {}

  /** What it is doing. */
  record Doing(Activity activity) implements Component {}

  /** Coins owned; never negative. */
  record Purse(long coins) implements Component {
    public Purse {
      if (coins < 0) {
        throw new IllegalArgumentException("a purse holds " + coins + " coins");
      }
    }
  }

  /** Goods owned, each with a positive count. */
  record Holdings(SortedMap<GoodsId, Integer> counts) implements Component {
    public Holdings {
      if (counts.values().stream().anyMatch(count -> count <= 0)) {
        throw new IllegalArgumentException("goods are held in positive numbers, not " + counts);
      }
      counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }
  }

  /** Price in coins that it asks for one of each kind it sells. */
  record Wares(SortedMap<GoodsId, Long> priceCoins) implements Component {
    public Wares {
      priceCoins = Collections.unmodifiableSortedMap(new TreeMap<>(priceCoins));
    }
  }

  /** How a body is steered while it walks by hand: metres per second over the ground. */
  record Steering(Vec3 velocity, double yawRadians) implements Component {}

  /** Marks whom the place's file describes: the id of its {@code Inhabitant}. */
  record Native(String inhabitant) implements Component {}

  /** Marks a body that has left: unseen, unheard and untouched until it arrives again. */
  record Dormant() implements Component {}

  /**
   * The way over the navmesh that a body follows: corners still ahead, nearest first, and the tick
   * from which a moving target is looked for anew.
   */
  record Route(List<Vec3> corners, long renewTick) implements Component {
    public Route {
      corners = List.copyOf(corners);
    }
  }
}
