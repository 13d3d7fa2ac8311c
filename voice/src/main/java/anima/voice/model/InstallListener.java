package anima.voice.model;

/** Follows an installation. Called on the thread that installs. */
public interface InstallListener {
  /**
   * Bytes have arrived.
   *
   * @param totalBytes −1 if the publisher does not say
   */
  void progress(long doneBytes, long totalBytes);

  /** The archive is whole and is unpacked now. */
  void unpacking();

  /**
   * The publisher states no hash, so this one is kept, and later downloads must have it. To be
   * shown: the first download is trusted for its address alone.
   */
  void pinned(String sha256);
}
