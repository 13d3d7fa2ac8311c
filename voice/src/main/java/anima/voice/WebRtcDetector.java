package anima.voice;

import io.github.givimad.libfvadjni.VoiceActivityDetector;
import java.io.IOException;

/**
 * WebRTC's voice activity detector (libfvad): 0.01 to 0.2 ms a frame. It also fires on pure tones
 * and on some noise; {@link TurnDetector} and the recogniser's confidence judge the rest.
 */
public final class WebRtcDetector implements SpeechDetector {
  private final VoiceActivityDetector detector;

  private WebRtcDetector(VoiceActivityDetector detector) {
    this.detector = detector;
  }

  public static WebRtcDetector open() throws VoiceException {
    try {
      VoiceActivityDetector.loadLibrary();
      VoiceActivityDetector detector = VoiceActivityDetector.newInstance();
      detector.setMode(VoiceActivityDetector.Mode.VERY_AGGRESSIVE);
      detector.setSampleRate(VoiceActivityDetector.SampleRate.S16000);
      return new WebRtcDetector(detector);
    } catch (IOException | LinkageError e) {
      throw new VoiceException(VoiceFault.DETECTOR_UNAVAILABLE, String.valueOf(e.getMessage()));
    }
  }

  @Override
  public boolean isSpeech(AudioFrame frame) {
    try {
      return detector.process(frame.samples());
    } catch (IOException e) {
      throw new IllegalStateException("the detector is closed", e);
    }
  }

  @Override
  public void close() {
    detector.close();
  }
}
