package anima.voice.speech;

import anima.voice.VoiceException;

/** A voice of one language. Started, used and closed by one thread, the {@link Mouth}'s. */
public interface SpeechSynthesizer extends AutoCloseable {
  /**
   * Speaks one sentence of {@link SpeechText}.
   *
   * @throws VoiceException if this sentence cannot be spoken; the next one may
   */
  Speech speak(String sentence, SpeakerVoice voice) throws VoiceException;

  @Override
  void close();

  /** Starts a synthesiser; may take seconds. */
  @FunctionalInterface
  interface Starter {
    SpeechSynthesizer start() throws VoiceException;
  }
}
