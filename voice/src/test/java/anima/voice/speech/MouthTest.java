package anima.voice.speech;

import static org.assertj.core.api.Assertions.assertThat;

import anima.voice.VoiceException;
import anima.voice.VoiceFault;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MouthTest {
  private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
  private final CountDownLatch go = new CountDownLatch(1);

  @Test
  void speakers_take_turns_by_the_sentence() throws Exception {
    try (Mouth mouth = Mouth.start(this::waiting)) {
      say(mouth, "a", "One. Two. Three.");
      say(mouth, "b", "Four.");
      go.countDown();
      assertThat(take(6))
          .containsExactly("a:One.", "b:Four.", "b end", "a:Two.", "a:Three.", "a end");
    }
  }

  @Test
  void a_cancelled_text_goes_no_further() throws Exception {
    try (Mouth mouth = Mouth.start(this::waiting)) {
      say(mouth, "a", "One. Two.").cancel();
      say(mouth, "b", "Three.");
      go.countDown();
      assertThat(take(3)).containsExactly("a end", "b:Three.", "b end");
    }
  }

  @Test
  void a_full_queue_drops_what_has_waited_longest() throws Exception {
    try (Mouth mouth = Mouth.start(this::waiting)) {
      IntStream.rangeClosed(0, Mouth.SAYINGS_MAX).forEach(i -> say(mouth, "s" + i, "Hi."));
      assertThat(events.take()).isEqualTo("s0 end");
      go.countDown();
      assertThat(take(2 * Mouth.SAYINGS_MAX)).startsWith("s1:Hi.").endsWith("s32 end");
    }
  }

  @Test
  void without_a_voice_every_sentence_is_shown() throws Exception {
    SpeechSynthesizer.Starter none =
        () -> {
          throw new VoiceException(VoiceFault.SPEECH_UNAVAILABLE, "none");
        };
    try (Mouth mouth = Mouth.start(none)) {
      say(mouth, "a", "One. Two.");
      assertThat(take(3)).containsExactly("a shows One.", "a shows Two.", "a end");
    }
  }

  @Test
  void a_text_without_words_ends_at_once() throws Exception {
    go.countDown();
    try (Mouth mouth = Mouth.start(this::waiting)) {
      say(mouth, "a", "…");
      assertThat(events.take()).isEqualTo("a end");
    }
  }

  @Test
  void a_closed_mouth_ends_what_waits_and_what_comes() throws Exception {
    Mouth mouth = Mouth.start(this::waiting);
    say(mouth, "a", "One.");
    Thread closing = new Thread(mouth::close);
    closing.start();
    go.countDown();
    closing.join();
    say(mouth, "b", "Two.");
    assertThat(events).contains("a end", "b end").doesNotContain("b:Two.");
  }

  private List<String> take(int count) throws InterruptedException {
    String[] taken = new String[count];
    for (int i = 0; i < count; i++) {
      taken[i] = events.take();
    }
    return List.of(taken);
  }

  private Saying say(Mouth mouth, String who, String text) {
    SayingListener listener =
        new SayingListener() {
          @Override
          public void spoken(String sentence, Speech speech) {
            events.add(who + ":" + sentence);
          }

          @Override
          public void unspoken(String sentence, VoiceException reason) {
            events.add(who + " shows " + sentence);
          }

          @Override
          public void ended() {
            events.add(who + " end");
          }
        };
    return mouth.say(text, SpeakerVoice.PLAIN, listener);
  }

  /** A synthesiser that starts when the test says so. */
  private SpeechSynthesizer waiting() {
    try {
      go.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new SpeechSynthesizer() {
      @Override
      public Speech speak(String sentence, SpeakerVoice voice) {
        return new Speech(new short[160], 16_000, List.of());
      }

      @Override
      public void close() {}
    };
  }
}
