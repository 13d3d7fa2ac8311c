package anima.sync.room;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ticks a room 20 times a second on a thread of its own. A loop that falls behind catches up by
 * ticking without pause for at most {@link #CATCH_UP_TICKS_MAX} ticks; what is lost beyond stays
 * lost, and the world's time falls behind the clock's instead of racing after it.
 */
public final class RoomLoop implements AutoCloseable {
  public static final int TICK_HZ = 20;
  static final int CATCH_UP_TICKS_MAX = 5;
  private static final long TICK_NANOS = 1_000_000_000L / TICK_HZ;
  private static final Logger LOG = LoggerFactory.getLogger(RoomLoop.class);

  private final Room room;
  private final Ticker ticker;
  private final Thread thread;
  private volatile boolean closing;

  private RoomLoop(Room room, Ticker ticker) {
    this.room = room;
    this.ticker = ticker;
    thread = new Thread(this::run, "anima-room");
    thread.setDaemon(true);
  }

  /** Starts to tick; from now on the loop's thread owns the room. */
  public static RoomLoop start(Room room, Ticker ticker) {
    RoomLoop loop = new RoomLoop(room, ticker);
    loop.thread.start();
    return loop;
  }

  private void run() {
    try {
      long due = ticker.nanos();
      while (!closing) {
        ticker.waitUntil(due);
        room.tick();
        due = nextDue(due, ticker.nanos());
      }
      room.close();
    } catch (RuntimeException e) {
      LOG.error("The room has failed at tick {}", room.nowTick(), e);
      room.abandon();
    } catch (InterruptedException e) {
      room.close();
      Thread.currentThread().interrupt();
    }
  }

  /** When the next tick is due, given when the last one was and what time it is now. */
  static long nextDue(long lastDue, long now) {
    long due = lastDue + TICK_NANOS;
    long behindTicks = (now - due) / TICK_NANOS;
    if (behindTicks <= CATCH_UP_TICKS_MAX) {
      return due;
    }
    LOG.debug("The room is {} ticks behind and lets them go.", behindTicks);
    return now;
  }

  /** Ends the loop and closes the room; returns once all is stored. */
  @Override
  public void close() {
    closing = true;
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
