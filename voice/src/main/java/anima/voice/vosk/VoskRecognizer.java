package anima.voice.vosk;

import anima.voice.AudioFrame;
import anima.voice.Recognizer;
import anima.voice.SpokenLanguage;
import anima.voice.Transcript;
import anima.voice.VoiceException;
import anima.voice.VoiceFault;
import java.io.IOException;
import org.vosk.Model;

/** Vosk's recogniser for one microphone. Owned by the thread of the ear that uses it. */
final class VoskRecognizer implements Recognizer {
  private final org.vosk.Recognizer recognizer;
  private final SpokenLanguage language;

  /** What Vosk's own endpoint has already cut off from the turn under way. */
  private final WordJoiner joined;

  private VoskRecognizer(org.vosk.Recognizer recognizer, SpokenLanguage language) {
    this.recognizer = recognizer;
    this.language = language;
    this.joined = new WordJoiner(language);
  }

  /**
   * @param grammar JSON array of phrases, or empty for all that the model knows
   */
  static VoskRecognizer open(Model model, SpokenLanguage language, String grammar)
      throws VoiceException {
    org.vosk.Recognizer recognizer;
    try {
      recognizer = new org.vosk.Recognizer(model, AudioFrame.SAMPLE_RATE_HERTZ);
    } catch (IOException e) {
      throw new VoiceException(VoiceFault.RECOGNIZER_UNAVAILABLE, String.valueOf(e.getMessage()));
    }
    if (!grammar.isEmpty()) {
      recognizer.setGrammar(grammar);
    }
    recognizer.setWords(true);
    return new VoskRecognizer(recognizer, language);
  }

  @Override
  public SpokenLanguage language() {
    return language;
  }

  @Override
  public void accept(AudioFrame frame) {
    short[] samples = frame.samples();
    if (recognizer.acceptWaveForm(samples, samples.length)) {
      joined.add(recognizer.getResult());
    }
  }

  @Override
  public String partial() {
    return joined.textWith(recognizer.getPartialResult());
  }

  @Override
  public Transcript finish() {
    joined.add(recognizer.getFinalResult());
    Transcript transcript = joined.transcript();
    joined.clear();
    return transcript;
  }

  @Override
  public void reset() {
    recognizer.reset();
    joined.clear();
  }

  @Override
  public void close() {
    recognizer.close();
  }
}
