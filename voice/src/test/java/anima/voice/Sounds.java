package anima.voice;

import anima.voice.speech.Speech;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Sound for tests, as 16 kHz samples. */
public final class Sounds {
  private Sounds() {}

  public static short[] silence(int millis) {
    return new short[millis * AudioFrame.SAMPLE_RATE_HERTZ / 1000];
  }

  /** White noise; the same for the same seed. */
  public static short[] noise(int millis, double level, long seed) {
    Random random = new Random(seed);
    short[] samples = silence(millis);
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) Math.max(-32_768, Math.min(32_767, level * random.nextGaussian()));
    }
    return samples;
  }

  public static short[] join(short[]... parts) {
    short[] all = new short[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
    int at = 0;
    for (short[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }

  /** Speech of a multiple of 16 kHz, with a moving average as the low pass. */
  public static short[] of(Speech speech) {
    int factor = speech.sampleRateHertz() / AudioFrame.SAMPLE_RATE_HERTZ;
    if (factor * AudioFrame.SAMPLE_RATE_HERTZ != speech.sampleRateHertz()) {
      throw new IllegalArgumentException("speech at " + speech.sampleRateHertz() + " Hz");
    }
    short[] samples = new short[speech.samples().length / factor];
    for (int i = 0; i < samples.length; i++) {
      int sum = 0;
      for (int k = 0; k < factor; k++) {
        sum += speech.samples()[i * factor + k];
      }
      samples[i] = (short) (sum / factor);
    }
    return samples;
  }

  /** A rest of less than a frame is left out. */
  public static List<AudioFrame> frames(short[] samples) {
    List<AudioFrame> frames = new ArrayList<>();
    for (int i = 0; i + AudioFrame.SAMPLES <= samples.length; i += AudioFrame.SAMPLES) {
      long millis = i * 1000L / AudioFrame.SAMPLE_RATE_HERTZ;
      frames.add(new AudioFrame(millis, Arrays.copyOfRange(samples, i, i + AudioFrame.SAMPLES)));
    }
    return frames;
  }
}
