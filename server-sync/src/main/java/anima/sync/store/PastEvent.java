package anima.sync.store;

/** An event kept for history; {@code kind} is the simple name of its type. */
public record PastEvent(long tick, String kind, String json) {}
