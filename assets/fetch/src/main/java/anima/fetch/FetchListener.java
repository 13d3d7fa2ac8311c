package anima.fetch;

/** Follows a fetch. Called on the thread that fetches. */
@FunctionalInterface
public interface FetchListener {
  /** Wants to know nothing. */
  FetchListener NONE = (doneBytes, totalBytes) -> {};

  /**
   * Bytes have arrived; after a cut or a changed file the count may fall back.
   *
   * @param totalBytes −1 if the server does not say
   */
  void progress(long doneBytes, long totalBytes);
}
