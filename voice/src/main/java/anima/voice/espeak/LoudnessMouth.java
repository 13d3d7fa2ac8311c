package anima.voice.espeak;

import anima.voice.speech.MouthShape;
import anima.voice.speech.Viseme;
import java.util.ArrayList;
import java.util.List;

/**
 * A mouth that opens with the loudness of the sound: espeak-ng's program does not tell when it
 * makes which sound. Loud is wide open, middling half open, else closed.
 */
final class LoudnessMouth {
  private static final int WINDOW_MILLIS = 40;

  /** Root mean square of a window relative to the loudest one. */
  private static final double WIDE_MIN = 0.55;

  private static final double HALF_MIN = 0.15;

  private LoudnessMouth() {}

  static List<MouthShape> shapes(short[] samples, int rateHertz) {
    int window = rateHertz * WINDOW_MILLIS / 1000;
    double[] loudness = new double[samples.length / window];
    double loudest = 1;
    for (int w = 0; w < loudness.length; w++) {
      double sum = 0;
      for (int i = w * window; i < (w + 1) * window; i++) {
        sum += (double) samples[i] * samples[i];
      }
      loudness[w] = Math.sqrt(sum / window);
      loudest = Math.max(loudest, loudness[w]);
    }
    List<MouthShape> shapes = new ArrayList<>();
    for (int w = 0; w < loudness.length; w++) {
      shapes.add(new MouthShape(viseme(loudness[w] / loudest), (w + 1) * WINDOW_MILLIS));
    }
    return shapes;
  }

  private static Viseme viseme(double relative) {
    if (relative >= WIDE_MIN) {
      return Viseme.AA;
    }
    return relative >= HALF_MIN ? Viseme.E : Viseme.SILENCE;
  }
}
