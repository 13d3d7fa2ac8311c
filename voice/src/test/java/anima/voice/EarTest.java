package anima.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The ear's threads, over a microphone that gives what the test puts in. */
@Timeout(60)
class EarTest {
  private final Heard heard = new Heard();
  private final Cable cable = new Cable();
  private final Scripted words = new Scripted();

  @Test
  void a_microphone_that_goes_away_is_told_once_and_everything_is_closed() throws Exception {
    Ear ear = open();
    cable.put(quiet(0));
    cable.pull();
    VoiceException reason = heard.losses.take();

    assertThat(reason.fault()).isEqualTo(VoiceFault.MICROPHONE_LOST);
    assertThat(words.closed.await(10, TimeUnit.SECONDS)).isTrue();
    ear.close();
    assertThat(heard.losses).isEmpty();
  }

  @Test
  void a_microphone_that_falls_silent_without_a_word_is_lost_too() throws Exception {
    try (Ear ear = open()) {
      cable.put(quiet(0));

      assertThat(heard.losses.take().getMessage()).contains("“cable”");
      assertThat(ear.framesDropped()).isZero();
    }
  }

  @Test
  void a_closed_ear_says_nothing_more() throws Exception {
    Ear ear = open();
    cable.put(quiet(0));
    ear.close();

    assertThat(words.closed.getCount()).isZero();
    assertThat(heard.losses).isEmpty();
    assertThat(heard.utterances).isEmpty();
  }

  @Test
  void a_turn_under_way_when_the_sound_ends_is_heard() throws Exception {
    try (Ear ear = open()) {
      speakUntilUnderstanding();
      cable.end();
      assertThat(heard.utterances.take().text()).isEqualTo("some words");
      assertThat(ear.framesDropped()).isZero();
    }
  }

  @Test
  void what_is_said_while_muted_is_not_heard() throws Exception {
    try (Ear ear = open()) {
      speakUntilUnderstanding();
      ear.setMuted(true);
      for (int i = 0; words.resets.getCount() > 0; i++) {
        cable.put(loud(10_000 + i));
      }
      cable.end();
      assertThat(words.closed.await(10, TimeUnit.SECONDS)).isTrue();
      assertThat(heard.utterances).isEmpty();
    }
  }

  private Ear open() {
    return Ear.open(cable, new Loudness(), words, heard, EarOptions.of("visitor"));
  }

  private void speakUntilUnderstanding() throws InterruptedException {
    for (int i = 0; i < 30; i++) {
      cable.put(loud(i));
    }
    words.begun.await();
  }

  private static AudioFrame quiet(int index) {
    return new AudioFrame((long) index * AudioFrame.MILLIS, new short[AudioFrame.SAMPLES]);
  }

  /** A hum of 100 Hz. */
  private static AudioFrame loud(int index) {
    short[] samples = new short[AudioFrame.SAMPLES];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) (5_000 * Math.sin(2 * Math.PI * i / 160));
    }
    return new AudioFrame((long) index * AudioFrame.MILLIS, samples);
  }

  /** Gives the frames that are put in; waits like a device. */
  private static final class Cable implements AudioSource {
    private static final AudioFrame END = quiet(0);
    private static final AudioFrame PULLED = quiet(0);
    private final BlockingQueue<AudioFrame> frames = new LinkedBlockingQueue<>();

    void put(AudioFrame frame) {
      frames.add(frame);
    }

    void end() {
      frames.add(END);
    }

    void pull() {
      frames.add(PULLED);
    }

    @Override
    public String name() {
      return "cable";
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // the two marks are themselves, not their content
    public @Nullable AudioFrame read() throws VoiceException {
      try {
        AudioFrame frame = frames.take();
        if (frame == PULLED) {
          throw new VoiceException(VoiceFault.MICROPHONE_LOST, name());
        }
        return frame == END ? null : frame;
      } catch (InterruptedException e) {
        return null;
      }
    }

    @Override
    public void close() {
      end();
    }
  }

  private static final class Loudness implements SpeechDetector {
    @Override
    public boolean isSpeech(AudioFrame frame) {
      return frame.samples()[40] > 1_000;
    }

    @Override
    public void close() {}
  }

  /** Understands the same in every turn. */
  private static final class Scripted implements Recognizer {
    final CountDownLatch begun = new CountDownLatch(1);
    final CountDownLatch resets = new CountDownLatch(1);
    final CountDownLatch closed = new CountDownLatch(1);

    @Override
    public SpokenLanguage language() {
      return SpokenLanguage.EN;
    }

    @Override
    public void accept(AudioFrame frame) {
      begun.countDown();
    }

    @Override
    public String partial() {
      return "some";
    }

    @Override
    public Transcript finish() {
      return new Transcript("some words", 1);
    }

    @Override
    public void reset() {
      resets.countDown();
    }

    @Override
    public void close() {
      closed.countDown();
    }
  }
}
