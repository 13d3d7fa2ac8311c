package anima.voice;

import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens: source → ring → voice activity → turn → recogniser → {@link EarListener}.
 *
 * <p>Two threads: {@code anima-microphone} only moves frames into the ring; {@code anima-ear} owns
 * detector, turn and recogniser, calls the listener, and closes them when the sound ends. An ear is
 * used once; to switch voice on again, open another.
 */
public final class Ear implements AutoCloseable {
  /** A microphone that gives nothing for so long is gone, even if the system does not say so. */
  static final int SILENT_DEVICE_MILLIS = 3_000;

  private static final Logger log = LoggerFactory.getLogger(Ear.class);

  private final AudioSource source;
  private final SpeechDetector detector;
  private final Recognizer recognizer;
  private final EarListener listener;
  private final Turns turns;
  private final FrameRing ring = new FrameRing();
  private final Thread capturing;
  private final Thread listening;

  private volatile boolean muted;
  private volatile boolean pushToTalk;
  private volatile boolean held;
  private volatile boolean closing;

  private Ear(
      AudioSource source,
      SpeechDetector detector,
      Recognizer recognizer,
      EarListener listener,
      EarOptions options) {
    this.source = source;
    this.detector = detector;
    this.recognizer = recognizer;
    this.listener = listener;
    this.turns = new Turns(detector, recognizer, listener, options);
    this.capturing = new Thread(this::capture, "anima-microphone");
    this.listening = new Thread(this::listen, "anima-ear");
    capturing.setDaemon(true);
    listening.setDaemon(true);
  }

  /** Starts to listen; from here on the ear owns what it was given, and closes it. */
  public static Ear open(
      AudioSource source,
      SpeechDetector detector,
      Recognizer recognizer,
      EarListener listener,
      EarOptions options) {
    Ear ear = new Ear(source, detector, recognizer, listener, options);
    ear.listening.start();
    ear.capturing.start();
    return ear;
  }

  /**
   * Deaf while true, and a turn under way is dropped. Set it while our own speech comes out of
   * loudspeakers; with headphones, or an echo canceller as {@link AudioSource}, it is not needed.
   */
  public void setMuted(boolean muted) {
    this.muted = muted;
  }

  /** True: only what is said between {@link #press} and {@link #release} is heard. */
  public void setPushToTalk(boolean pushToTalk) {
    this.pushToTalk = pushToTalk;
  }

  /** The talk key went down. */
  public void press() {
    held = true;
  }

  /** The talk key went up: the turn ends at once. */
  public void release() {
    held = false;
  }

  /** Frames lost because the recogniser fell behind, since the ear opened. */
  public long framesDropped() {
    return ring.dropped();
  }

  private void capture() {
    try {
      for (AudioFrame frame = source.read(); frame != null; frame = source.read()) {
        ring.put(frame);
      }
      ring.end(null);
    } catch (VoiceException e) {
      ring.end(e);
    }
  }

  private void listen() {
    VoiceException reason = null;
    try (recognizer;
        detector) {
      hearAll();
    } catch (VoiceException e) {
      reason = e;
    } catch (TimeoutException e) {
      reason = new VoiceException(VoiceFault.MICROPHONE_LOST, source.name());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      source.close();
    }
    if (reason != null && !closing) {
      log.info("voice ends: {}", reason.getMessage());
      listener.lost(reason);
    }
  }

  private void hearAll() throws VoiceException, TimeoutException, InterruptedException {
    long endMillis = 0;
    for (AudioFrame frame = next(); frame != null; frame = next()) {
      endMillis = frame.endMillis();
      if (muted) {
        turns.drop();
      } else if (pushToTalk) {
        turns.accept(frame, held);
      } else {
        turns.accept(frame);
      }
    }
    if (!closing) {
      turns.end(endMillis);
    }
  }

  private @Nullable AudioFrame next()
      throws VoiceException, TimeoutException, InterruptedException {
    return closing ? null : ring.take(SILENT_DEVICE_MILLIS);
  }

  /** Stops listening: microphone first, then recogniser and detector; waits for both threads. */
  @Override
  public void close() {
    closing = true;
    source.close();
    ring.end(null);
    try {
      capturing.join(SILENT_DEVICE_MILLIS);
      if (Thread.currentThread() != listening) {
        listening.join(SILENT_DEVICE_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
