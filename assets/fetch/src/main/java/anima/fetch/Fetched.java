package anima.fetch;

/**
 * A file that has arrived whole.
 *
 * @param sha256 in lower-case hexadecimal
 */
public record Fetched(long bytes, String sha256) {}
