package anima.sync.store;

/**
 * An action as the world judged it.
 *
 * @param ordinal its place among the actions of its tick, from 0
 * @param session number of the session that submitted it; 0 for the server's own
 * @param sequence its number in that session from 1; 0 for the server's own
 */
public record LoggedAction(long tick, int ordinal, long session, long sequence, String json) {}
