package anima.brain.store;

/** Follows and decides how a model is added. Called on the thread that adds. */
public interface AddListener {
  /** Whether to go on, now that licence and size are known. */
  boolean agrees(Offer offer);

  /** Bytes of all files together. */
  void progress(long doneBytes, long totalBytes);
}
