package anima.voice;

/** 20 ms of sound: 320 samples, 16 kHz, mono, 16-bit. Immutable: its samples are never written. */
public final class AudioFrame {
  public static final int SAMPLE_RATE_HERTZ = 16_000;
  public static final int MILLIS = 20;
  public static final int SAMPLES = SAMPLE_RATE_HERTZ / 1000 * MILLIS;

  private final long startMillis;
  private final short[] samples;

  /**
   * Takes a frame's samples.
   *
   * @param startMillis its first sample, in milliseconds since the stream began
   * @param samples {@link #SAMPLES} values; the frame takes the array, the caller keeps no use of
   *     it
   */
  public AudioFrame(long startMillis, short[] samples) {
    if (samples.length != SAMPLES) {
      throw new IllegalArgumentException(
          "a frame has " + SAMPLES + " samples, not " + samples.length);
    }
    this.startMillis = startMillis;
    this.samples = samples;
  }

  public long startMillis() {
    return startMillis;
  }

  public long endMillis() {
    return startMillis + MILLIS;
  }

  /** The samples themselves, to be read only: copying fifty times a second serves nobody. */
  public short[] samples() {
    return samples;
  }
}
