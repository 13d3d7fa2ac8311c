package anima.world;

import java.util.Optional;
import java.util.SortedMap;

/**
 * Something that happened, at a tick. A session is told only of what its body can perceive: {@link
 * Appeared} and {@link Vanished} bound what is in sight.
 */
public sealed interface WorldEvent {
  long tick();

  <R> R accept(WorldEventHandler<R> handler);

  /** A body came into sight (or into being). */
  record Appeared(long tick, EntityView view) implements WorldEvent {
    @Override
    public <R> R accept(WorldEventHandler<R> handler) {
      return handler.appeared(this);
    }
  }

  /** A body went out of sight (or left the world). */
  record Vanished(long tick, EntityId entity) implements WorldEvent {
    @Override
    public <R> R accept(WorldEventHandler<R> handler) {
      return handler.vanished(this);
    }
  }

  /** A body is now here; sent at each tick in which it changed. */
  record Moved(long tick, EntityId entity, Component.Body body) implements WorldEvent {
    @Override
    public <R> R accept(WorldEventHandler<R> handler) {
      return handler.moved(this);
    }
  }

  /** Words were spoken within earshot. */
  record Said(
      long tick, EntityId speaker, String text, Loudness loudness, Optional<EntityId> to, Vec3 at)
      implements WorldEvent {
    @Override
    public <R> R accept(WorldEventHandler<R> handler) {
      return handler.said(this);
    }
  }

  /** A body took up another activity. */
  record Began(long tick, EntityId actor, Activity activity) implements WorldEvent {
    @Override
    public <R> R accept(WorldEventHandler<R> handler) {
      return handler.began(this);
    }
  }

  /** A body reached the goal of its going or leading. */
  record Arrived(long tick, EntityId actor, Vec3 at) implements WorldEvent {
    @Override
    public <R> R accept(WorldEventHandler<R> handler) {
      return handler.arrived(this);
    }
  }

  record Pointed(long tick, EntityId actor, Vec3 at) implements WorldEvent {
    @Override
    public <R> R accept(WorldEventHandler<R> handler) {
      return handler.pointed(this);
    }
  }

  record Looked(long tick, EntityId actor, Vec3 at) implements WorldEvent {
    @Override
    public <R> R accept(WorldEventHandler<R> handler) {
      return handler.looked(this);
    }
  }

  record Emoted(long tick, EntityId actor, Gesture gesture) implements WorldEvent {
    @Override
    public <R> R accept(WorldEventHandler<R> handler) {
      return handler.emoted(this);
    }
  }

  record Gave(long tick, EntityId actor, EntityId to, GoodsId goods, int count)
      implements WorldEvent {
    @Override
    public <R> R accept(WorldEventHandler<R> handler) {
      return handler.gave(this);
    }
  }

  record Offered(
      long tick, EntityId seller, EntityId buyer, GoodsId goods, int count, long totalCoins)
      implements WorldEvent {
    @Override
    public <R> R accept(WorldEventHandler<R> handler) {
      return handler.offered(this);
    }
  }

  /** An offer no longer stands: its time is over, or the seller cannot keep it. */
  record Lapsed(long tick, EntityId seller, EntityId buyer) implements WorldEvent {
    @Override
    public <R> R accept(WorldEventHandler<R> handler) {
      return handler.lapsed(this);
    }
  }

  record Sold(long tick, EntityId seller, EntityId buyer, GoodsId goods, int count, long totalCoins)
      implements WorldEvent {
    @Override
    public <R> R accept(WorldEventHandler<R> handler) {
      return handler.sold(this);
    }
  }

  /** What the actor now owns; told to the actor alone. */
  record Held(long tick, EntityId actor, long coins, SortedMap<GoodsId, Integer> counts)
      implements WorldEvent {
    @Override
    public <R> R accept(WorldEventHandler<R> handler) {
      return handler.held(this);
    }
  }

  record Used(long tick, EntityId actor, String thing) implements WorldEvent {
    @Override
    public <R> R accept(WorldEventHandler<R> handler) {
      return handler.used(this);
    }
  }

  /** The hour (0 inclusive to 24 exclusive) and the weather; sent as they change. */
  record SkyChanged(long tick, double hour, Weather weather) implements WorldEvent {
    @Override
    public <R> R accept(WorldEventHandler<R> handler) {
      return handler.skyChanged(this);
    }
  }

  /**
   * An action was refused; told to the actor alone. {@code action} is the simple name of its kind.
   */
  record Refused(long tick, EntityId actor, String action, Refusal reason) implements WorldEvent {
    @Override
    public <R> R accept(WorldEventHandler<R> handler) {
      return handler.refused(this);
    }
  }
}
