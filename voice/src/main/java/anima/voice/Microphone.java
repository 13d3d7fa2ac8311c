package anima.voice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.TargetDataLine;
import org.jspecify.annotations.Nullable;

/**
 * A microphone of this computer, through Java Sound. Read by one thread, closed from any. What the
 * device delivers faster than it is read is dropped by the device after {@link #BUFFER_MILLIS}.
 */
public final class Microphone implements AudioSource {
  /** How much the device keeps for us: small, so that a word arrives at once. */
  public static final int BUFFER_MILLIS = 100;

  private static final int FRAME_BYTES = AudioFrame.SAMPLES * 2;
  private static final AudioFormat FORMAT =
      new AudioFormat(AudioFrame.SAMPLE_RATE_HERTZ, 16, 1, true, false);
  private static final DataLine.Info LINE = new DataLine.Info(TargetDataLine.class, FORMAT);

  private final String name;
  private final TargetDataLine line;
  private final byte[] bytes = new byte[FRAME_BYTES];
  private long frames;
  private volatile boolean closed;

  private Microphone(String name, TargetDataLine line) {
    this.name = name;
    this.line = line;
  }

  /** The microphones that can be opened, by the name that the system gives them. */
  public static List<String> names() {
    List<String> names = new ArrayList<>();
    for (Mixer.Info info : mixers()) {
      names.add(info.getName());
    }
    return List.copyOf(names);
  }

  /**
   * Opens a microphone and starts it.
   *
   * @param wanted part of its name in any case; empty for the one the system prefers
   */
  public static Microphone open(Optional<String> wanted) throws VoiceException {
    String name = wanted.orElse("default");
    try {
      TargetDataLine line = wanted.isEmpty() ? preferred() : named(wanted.get());
      line.open(FORMAT, FRAME_BYTES * BUFFER_MILLIS / AudioFrame.MILLIS);
      line.start();
      return new Microphone(name, line);
    } catch (LineUnavailableException | SecurityException e) {
      throw new VoiceException(VoiceFault.MICROPHONE_BUSY, name, String.valueOf(e.getMessage()));
    } catch (IllegalArgumentException e) {
      // Java Sound says in this way that no line has the format: there is no device at all.
      throw new VoiceException(VoiceFault.MICROPHONE_ABSENT);
    }
  }

  private static TargetDataLine preferred() throws LineUnavailableException {
    return (TargetDataLine) AudioSystem.getLine(LINE);
  }

  private static TargetDataLine named(String wanted)
      throws VoiceException, LineUnavailableException {
    String lower = wanted.toLowerCase(Locale.ROOT);
    for (Mixer.Info info : mixers()) {
      if (info.getName().toLowerCase(Locale.ROOT).contains(lower)) {
        return (TargetDataLine) AudioSystem.getMixer(info).getLine(LINE);
      }
    }
    List<String> names = names();
    if (names.isEmpty()) {
      throw new VoiceException(VoiceFault.MICROPHONE_ABSENT);
    }
    throw new VoiceException(VoiceFault.MICROPHONE_UNKNOWN, wanted, String.join(", ", names));
  }

  private static List<Mixer.Info> mixers() {
    return Arrays.stream(AudioSystem.getMixerInfo())
        .filter(info -> AudioSystem.getMixer(info).isLineSupported(LINE))
        .toList();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public @Nullable AudioFrame read() throws VoiceException {
    int filled = 0;
    while (filled < FRAME_BYTES) {
      int count = line.read(bytes, filled, FRAME_BYTES - filled);
      if (closed) {
        return null;
      }
      // An open line waits; it returns with nothing only after the device has gone.
      if (count <= 0) {
        throw lost();
      }
      filled += count;
    }
    short[] samples = new short[AudioFrame.SAMPLES];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) ((bytes[2 * i] & 0xff) | bytes[2 * i + 1] << 8);
    }
    return new AudioFrame(AudioFrame.MILLIS * frames++, samples);
  }

  private VoiceException lost() {
    return new VoiceException(VoiceFault.MICROPHONE_LOST, name);
  }

  @Override
  public void close() {
    closed = true;
    line.stop();
    line.close();
  }
}
