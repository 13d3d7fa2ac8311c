package anima.voice;

/** Tells speech from other sound, frame by frame. Used by one thread. */
public interface SpeechDetector extends AutoCloseable {
  boolean isSpeech(AudioFrame frame);

  @Override
  void close();
}
