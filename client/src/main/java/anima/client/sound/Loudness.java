package anima.client.sound;

/** How loud a sentence is along its time, for the mouth that says it. */
final class Loudness {
  private static final double WINDOW_SECONDS = 0.03;

  private final float[] levels;

  Loudness(short[] samples, int sampleRateHz) {
    int window = Math.max(1, (int) (WINDOW_SECONDS * sampleRateHz));
    levels = new float[(samples.length + window - 1) / window];
    float peak = 1;
    for (int i = 0; i < levels.length; i++) {
      double sum = 0;
      int end = Math.min(samples.length, (i + 1) * window);
      for (int at = i * window; at < end; at++) {
        sum += (double) samples[at] * samples[at];
      }
      levels[i] = (float) Math.sqrt(sum / Math.max(1, end - i * window));
      peak = Math.max(peak, levels[i]);
    }
    for (int i = 0; i < levels.length; i++) {
      levels[i] /= peak;
    }
  }

  double lengthSeconds() {
    return levels.length * WINDOW_SECONDS;
  }

  /** From 0 to 1; below 0 when it is over. */
  double at(double seconds) {
    int index = (int) (seconds / WINDOW_SECONDS);
    return index >= levels.length ? -1 : levels[Math.max(0, index)];
  }
}
