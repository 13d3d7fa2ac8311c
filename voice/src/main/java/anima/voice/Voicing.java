package anima.voice;

import java.util.Arrays;

/**
 * Counts the frames of a turn that have a pitch, as vowels do and clapping, typing and rushing air
 * do not: a frame is voiced if its normalised autocorrelation exceeds 0.5 at some lag of a human
 * pitch. (White noise of this length stays below 0.2.) Owned by the ear's thread.
 */
final class Voicing {
  private static final int PITCH_HERTZ_MIN = 70;
  private static final int PITCH_HERTZ_MAX = 400;
  private static final double CORRELATION_MIN = 0.5;

  /** Quieter frames, by mean square, are the room. */
  private static final double POWER_MIN = 30 * 30;

  /** The frame before and this one. */
  private final double[] window = new double[2 * AudioFrame.SAMPLES];

  private int voicedFrames;

  void reset() {
    voicedFrames = 0;
    Arrays.fill(window, 0);
  }

  int voicedMillis() {
    return voicedFrames * AudioFrame.MILLIS;
  }

  void accept(AudioFrame frame) {
    int n = AudioFrame.SAMPLES;
    System.arraycopy(window, n, window, 0, n);
    for (int i = 0; i < n; i++) {
      window[n + i] = frame.samples()[i];
    }
    if (product(0, 0) / n > POWER_MIN && isPeriodic()) {
      voicedFrames++;
    }
  }

  private boolean isPeriodic() {
    double power = product(0, 0);
    int lagMax = AudioFrame.SAMPLE_RATE_HERTZ / PITCH_HERTZ_MIN;
    for (int lag = AudioFrame.SAMPLE_RATE_HERTZ / PITCH_HERTZ_MAX; lag <= lagMax; lag++) {
      double both = Math.sqrt(power * product(lag, lag));
      if (product(0, lag) > CORRELATION_MIN * both && both > 0) {
        return true;
      }
    }
    return false;
  }

  /** Of this frame moved back by two lags. */
  private double product(int lagA, int lagB) {
    double sum = 0;
    for (int i = AudioFrame.SAMPLES; i < window.length; i++) {
      sum += window[i - lagA] * window[i - lagB];
    }
    return sum;
  }
}
