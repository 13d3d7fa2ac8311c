package anima.voice.espeak;

import anima.voice.VoiceException;
import anima.voice.VoiceFault;
import anima.voice.speech.SpeakerVoice;
import anima.voice.speech.Speech;
import anima.voice.speech.SpeechSynthesizer;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Mandarin by the program espeak-ng, one short process a sentence (about 30 ms). The voice {@code
 * cmn-latn-pinyin} reads hanzi as well as pinyin; {@code cmn} would read hanzi as English. Owned by
 * the mouth's thread.
 */
public final class EspeakSynthesizer implements SpeechSynthesizer {
  private static final String PROGRAM = "espeak-ng";
  private static final String VOICE = "cmn-latn-pinyin";
  private static final int SECONDS_MAX = 20;

  /** A minute of sound; what is longer is cut. */
  private static final int SOUND_BYTES_MAX = 60 * 22_050 * 2;

  /** espeak-ng's default pitch (0 to 99) and a calm speed in words a minute. */
  private static final int PITCH = 50;

  private static final int WORDS_PER_MINUTE = 150;
  private static final int HEAD_BYTES = 44;
  private static final int HEAD_RATE_OFFSET = 24;

  private EspeakSynthesizer() {}

  /** Says so if the program is not installed. */
  public static EspeakSynthesizer start() throws VoiceException {
    try {
      run(List.of(PROGRAM, "--voices=cmn"), "");
      return new EspeakSynthesizer();
    } catch (IOException e) {
      throw new VoiceException(VoiceFault.SPEECH_UNAVAILABLE, PROGRAM + " is not installed");
    }
  }

  @Override
  public Speech speak(String sentence, SpeakerVoice voice) throws VoiceException {
    try {
      return speech(run(command(voice), sentence));
    } catch (IOException e) {
      throw new VoiceException(VoiceFault.SPEECH_FAILED, sentence, PROGRAM + ": " + e.getMessage());
    }
  }

  private static List<String> command(SpeakerVoice voice) {
    String variant = voice.tract() < 1 ? "+m3" : "+f2";
    return List.of(
        PROGRAM,
        "-v",
        VOICE + variant,
        "-p",
        String.valueOf(Math.round(Math.max(0, Math.min(99, PITCH * voice.pitch())))),
        "-s",
        String.valueOf(Math.round(WORDS_PER_MINUTE * voice.rate())),
        "-b",
        "1",
        "--stdin",
        "--stdout");
  }

  private static byte[] run(List<String> command, String text) throws IOException {
    Process process = new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
    try {
      try (OutputStream in = process.getOutputStream()) {
        in.write(text.getBytes(StandardCharsets.UTF_8));
      }
      byte[] out = process.getInputStream().readNBytes(HEAD_BYTES + SOUND_BYTES_MAX);
      if (!process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)) {
        throw new IOException("no end after " + SECONDS_MAX + " s");
      }
      if (process.exitValue() != 0) {
        throw new IOException("exit status " + process.exitValue());
      }
      return out;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      process.destroyForcibly();
    }
  }

  /** The lengths in the head of a WAV file on a pipe mean nothing; its rate does. */
  private static Speech speech(byte[] wav) throws IOException {
    if (wav.length < HEAD_BYTES + 2) {
      throw new IOException("no sound");
    }
    ByteBuffer buffer = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN);
    int rateHertz = buffer.getInt(HEAD_RATE_OFFSET);
    short[] samples = new short[(wav.length - HEAD_BYTES) / 2];
    buffer.position(HEAD_BYTES).asShortBuffer().get(samples);
    return new Speech(samples, rateHertz, LoudnessMouth.shapes(samples, rateHertz));
  }

  @Override
  public void close() {}
}
