package anima.world;

import java.util.Optional;

/**
 * Something that a body wants to do. Humans and minds submit the same type and are judged by the
 * same rules; a refused action is a {@link WorldEvent.Refused}, never an exception.
 */
public sealed interface Action {
  /** Longest spoken text, in UTF-16 units; longer is refused. */
  int SAY_LENGTH_MAX = 500;

  EntityId actor();

  <R> R accept(ActionHandler<R> handler);

  /** Speaks aloud; {@code to} is whom the speaker faces, if anyone. */
  record Say(EntityId actor, String text, Loudness loudness, Optional<EntityId> to)
      implements Action {
    @Override
    public <R> R accept(ActionHandler<R> handler) {
      return handler.say(this);
    }
  }

  /** Sets the steering velocity (m/s, ground plane) and yaw until the next one. */
  record Walk(EntityId actor, Vec3 velocity, double yawRadians) implements Action {
    @Override
    public <R> R accept(ActionHandler<R> handler) {
      return handler.walk(this);
    }
  }

  /** Walks to a point over the navmesh. */
  record Go(EntityId actor, Vec3 goal) implements Action {
    @Override
    public <R> R accept(ActionHandler<R> handler) {
      return handler.go(this);
    }
  }

  /** Walks behind someone until told otherwise. */
  record Follow(EntityId actor, EntityId other) implements Action {
    @Override
    public <R> R accept(ActionHandler<R> handler) {
      return handler.follow(this);
    }
  }

  /** Walks ahead of someone to a point. */
  record Lead(EntityId actor, EntityId other, Vec3 goal) implements Action {
    @Override
    public <R> R accept(ActionHandler<R> handler) {
      return handler.lead(this);
    }
  }

  /** Stops and stays. */
  record Wait(EntityId actor) implements Action {
    @Override
    public <R> R accept(ActionHandler<R> handler) {
      return handler.waits(this);
    }
  }

  /** Points an arm at a place. */
  record Point(EntityId actor, Vec3 at) implements Action {
    @Override
    public <R> R accept(ActionHandler<R> handler) {
      return handler.point(this);
    }
  }

  /** Turns to look at a place. */
  record Look(EntityId actor, Vec3 at) implements Action {
    @Override
    public <R> R accept(ActionHandler<R> handler) {
      return handler.look(this);
    }
  }

  /** Hands over owned goods for nothing. */
  record Give(EntityId actor, EntityId to, GoodsId goods, int count) implements Action {
    @Override
    public <R> R accept(ActionHandler<R> handler) {
      return handler.give(this);
    }
  }

  /** Offers owned goods for coins in all; the offer stands until taken, replaced or out of time. */
  record Sell(EntityId actor, EntityId to, GoodsId goods, int count, long totalCoins)
      implements Action {
    @Override
    public <R> R accept(ActionHandler<R> handler) {
      return handler.sell(this);
    }
  }

  /** Accepts the standing offer of someone, paying its price. */
  record Take(EntityId actor, EntityId from) implements Action {
    @Override
    public <R> R accept(ActionHandler<R> handler) {
      return handler.take(this);
    }
  }

  /** Expresses something with the body. */
  record Emote(EntityId actor, Gesture gesture) implements Action {
    @Override
    public <R> R accept(ActionHandler<R> handler) {
      return handler.emote(this);
    }
  }

  /** Uses a thing of the place within reach, such as a bell or a bench, named by its key. */
  record Use(EntityId actor, String thing) implements Action {
    @Override
    public <R> R accept(ActionHandler<R> handler) {
      return handler.use(this);
    }
  }

  /**
   * A body enters the world: an unknown id comes into being at the place's arrival point, a dormant
   * one wakes where it left, under its new name and looks. Only the server submits it, on behalf of
   * a session; a session that does is refused.
   */
  record Arrive(EntityId actor, Label name, Component.Looks looks) implements Action {
    @Override
    public <R> R accept(ActionHandler<R> handler) {
      return handler.arrive(this);
    }
  }

  /**
   * A body leaves the world: it goes dormant, out of sight, and keeps all it owns. Only the server
   * submits it.
   */
  record Depart(EntityId actor) implements Action {
    @Override
    public <R> R accept(ActionHandler<R> handler) {
      return handler.depart(this);
    }
  }
}
