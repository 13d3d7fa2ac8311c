package anima.brain.mind;

import anima.world.Action;
import anima.world.EntityId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The standing order that someone gave: while it stands, the daily round waits. Also tells refusals
 * of what was ordered, which deserve a word, from those of what the mind tried on its own. Owned by
 * the thread of its mind.
 */
final class Orders {
  /** An order that nobody speaks of any more lapses after ten minutes. */
  private static final long STANDS_TICKS = 12_000;

  /** After it has been carried out, the mind stays for half a minute. */
  private static final long AFTER_TICKS = 600;

  /** A refusal this long after an order does not come of it. */
  private static final long REFUSAL_TICKS = 200;

  private final Map<String, Long> orderedTicks = new HashMap<>();
  private @Nullable EntityId by;
  private boolean leading;
  private long freeTick;

  /** Notes the actions that carry out what {@code speaker} asked for. */
  void given(Iterable<Action> actions, EntityId speaker, long tick) {
    for (Action action : actions) {
      orderedTicks.put(action.getClass().getSimpleName(), tick);
      boolean moves =
          action instanceof Action.Follow
              || action instanceof Action.Lead
              || action instanceof Action.Go
              || action instanceof Action.Wait;
      if (moves) {
        by = speaker;
        leading = action instanceof Action.Lead;
        freeTick = tick + STANDS_TICKS;
      }
    }
  }

  /** Whether a refused action was ordered; the order is over with it. */
  boolean refused(String action, long tick) {
    Long ordered = orderedTicks.remove(action);
    if (ordered == null || tick - ordered > REFUSAL_TICKS) {
      return false;
    }
    freeTick = Math.min(freeTick, tick + AFTER_TICKS);
    return true;
  }

  /** The body has arrived; whoever it led there, if it led someone. */
  Optional<EntityId> arrived(long tick) {
    Optional<EntityId> led = leading ? Optional.ofNullable(by) : Optional.empty();
    leading = false;
    freeTick = Math.min(freeTick, tick + AFTER_TICKS);
    return led;
  }

  /** The body has nothing to do any more. */
  void idle(long tick) {
    freeTick = Math.min(freeTick, tick + AFTER_TICKS);
  }

  /** {@code other} has taken leave: what they ordered stands no longer; whether anything did. */
  boolean releasedBy(EntityId other, long tick) {
    boolean released = other.equals(by) && stands(tick);
    if (released) {
      freeTick = tick;
      by = null;
    }
    return released;
  }

  boolean stands(long tick) {
    return by != null && tick < freeTick;
  }
}
