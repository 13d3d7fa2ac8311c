package anima.fetch;

/**
 * How long to wait for a slow or busy server.
 *
 * @param stallMillis a server that sends nothing for so long is gone; a cancel is seen at the
 *     latest by then
 * @param retryPauseMillis first wait before a new attempt, doubled each time; 0 tries again at once
 *     and takes a busy answer (429, 5xx) as final
 */
public record Patience(int stallMillis, int retryPauseMillis) {
  private static final int STALL_MILLIS_DEFAULT = 20_000;

  /** Tries again at once. */
  public static final Patience BRIEF = new Patience(STALL_MILLIS_DEFAULT, 0);

  /** Gives a busy server time, half a minute in all. */
  public static final Patience LONG = new Patience(STALL_MILLIS_DEFAULT, 2_000);

  public Patience {
    if (stallMillis < 1 || retryPauseMillis < 0) {
      throw new IllegalArgumentException("unfit times: " + stallMillis + ", " + retryPauseMillis);
    }
  }
}
