package anima.client.avatar;

/**
 * Guesses the present tick of the room from the ticks of the events that arrive, smoothly: events
 * come in bursts, pictures must not.
 */
public final class TickClock {
  /** How far behind the room bodies are drawn, so that there are two states to draw between. */
  static final double DELAY_TICKS = 2;

  /** Further off than this, the guess starts anew. */
  private static final double LOST_TICKS = 20;

  private final double ticksPerSecond;
  private double now;
  private boolean begun;

  public TickClock(double ticksPerSecond) {
    this.ticksPerSecond = ticksPerSecond;
  }

  /** Hears of an event of a tick. */
  public void hear(long tick) {
    if (!begun || Math.abs(tick - now) > LOST_TICKS) {
      now = tick;
      begun = true;
    } else if (tick > now) {
      now += (tick - now) * 0.1;
    }
  }

  /** Goes on by some time, a little slower than told, so that the next event finds it behind. */
  public void advance(double seconds) {
    now += seconds * ticksPerSecond * 0.995;
  }

  /** The tick to draw. */
  public double drawn() {
    return now - DELAY_TICKS;
  }
}
