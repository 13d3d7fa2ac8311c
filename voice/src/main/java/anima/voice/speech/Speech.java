package anima.voice.speech;

import java.util.List;

/** A spoken sentence: mono, 16-bit. Immutable: its samples are never written. */
public final class Speech {
  private final short[] samples;
  private final int sampleRateHertz;
  private final List<MouthShape> mouth;

  /**
   * Takes samples and shapes that were made together.
   *
   * @param samples the speech takes the array, the caller keeps no use of it
   * @param mouth in order of time
   */
  public Speech(short[] samples, int sampleRateHertz, List<MouthShape> mouth) {
    if (sampleRateHertz < 8_000 || sampleRateHertz > 96_000) {
      throw new IllegalArgumentException("speech at " + sampleRateHertz + " Hz");
    }
    this.samples = samples;
    this.sampleRateHertz = sampleRateHertz;
    this.mouth = List.copyOf(mouth);
  }

  /** The samples themselves, to be read only. */
  public short[] samples() {
    return samples;
  }

  public int sampleRateHertz() {
    return sampleRateHertz;
  }

  public List<MouthShape> mouth() {
    return mouth;
  }

  public int durationMillis() {
    return (int) (samples.length * 1000L / sampleRateHertz);
  }

  /** The mouth at a time since the first sample; silent before and after. */
  public Viseme visemeAt(int millis) {
    if (millis >= 0) {
      for (MouthShape shape : mouth) {
        if (millis < shape.endMillis()) {
          return shape.viseme();
        }
      }
    }
    return Viseme.SILENCE;
  }
}
