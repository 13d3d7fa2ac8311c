package anima.tests.voice;

import anima.voice.Ear;
import anima.voice.EarListener;
import anima.voice.EarOptions;
import anima.voice.Microphone;
import anima.voice.SpokenLanguage;
import anima.voice.Utterance;
import anima.voice.VoiceException;
import anima.voice.WebRtcDetector;
import anima.voice.vosk.VoskModel;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Listens to this computer's microphone and prints what it hears, a line each: READY, HEARD words,
 * LOST sentence, FAILED sentence. Ends when its input ends.
 */
public final class HearingProgram {
  private HearingProgram() {}

  /**
   * The program.
   *
   * @param arguments folder of the voice model; part of the microphone's name, if not the default
   */
  public static void main(String[] arguments) throws IOException {
    PrintStream out = System.out;
    Optional<String> wanted = arguments.length > 1 ? Optional.of(arguments[1]) : Optional.empty();
    try (VoskModel model = VoskModel.open(Path.of(arguments[0]), SpokenLanguage.EN);
        Ear ear =
            Ear.open(
                Microphone.open(wanted),
                WebRtcDetector.open(),
                model.recognizer(),
                new Printer(out),
                EarOptions.of("visitor"))) {
      out.println("READY");
      while (System.in.read() >= 0) {
        out.flush();
      }
      out.println("DROPPED " + ear.framesDropped());
    } catch (VoiceException e) {
      out.println("FAILED " + e.getMessage());
    }
  }

  private record Printer(PrintStream out) implements EarListener {
    @Override
    public void partial(String words) {
      out.println("PARTIAL " + words);
    }

    @Override
    public void utterance(Utterance utterance) {
      out.println("HEARD " + utterance.text());
    }

    @Override
    public void lost(VoiceException reason) {
      out.println("LOST " + reason.getMessage());
    }
  }
}
