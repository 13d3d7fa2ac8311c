package anima.voice.speech;

import anima.voice.VoiceException;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Speaks texts of one language in the background. Its thread {@code anima-mouth} starts, uses and
 * closes the synthesiser. Several speakers take turns by the sentence, so that one long speech does
 * not silence the others.
 */
public final class Mouth implements AutoCloseable {
  /** Most texts that wait; when full, the one that has waited longest is dropped. */
  public static final int SAYINGS_MAX = 32;

  private static final Logger log = LoggerFactory.getLogger(Mouth.class);
  private static final int CLOSE_MILLIS_MAX = 5_000;

  private final SpeechSynthesizer.Starter starter;
  private final Thread thread = new Thread(this::run, "anima-mouth");

  /** Guarded by {@code this}. */
  private final ArrayDeque<Saying> waiting = new ArrayDeque<>(SAYINGS_MAX);

  /** Guarded by {@code this}. */
  private boolean closed;

  private Mouth(SpeechSynthesizer.Starter starter) {
    this.starter = starter;
    thread.setDaemon(true);
  }

  /** Returns at once; the synthesiser starts meanwhile, and what is said before then waits. */
  public static Mouth start(SpeechSynthesizer.Starter starter) {
    Mouth mouth = new Mouth(starter);
    mouth.thread.start();
    return mouth;
  }

  /** Queues a text. Never blocks. */
  public Saying say(String text, SpeakerVoice voice, SayingListener listener) {
    Saying saying = new Saying(SpeechText.sentences(text), voice, listener);
    Saying dropped = enqueue(saying);
    if (dropped != null) {
      dropped.cancel();
      dropped.listener().ended();
    }
    return saying;
  }

  /** Returns what does not fit any more. */
  private synchronized @Nullable Saying enqueue(Saying saying) {
    if (closed) {
      return saying;
    }
    Saying dropped = waiting.size() == SAYINGS_MAX ? waiting.pollFirst() : null;
    waiting.addLast(saying);
    notifyAll();
    return dropped;
  }

  private synchronized @Nullable Saying take() throws InterruptedException {
    while (waiting.isEmpty() && !closed) {
      wait();
    }
    return closed ? null : waiting.pollFirst();
  }

  private void run() {
    try (SpeechSynthesizer synthesizer = start()) {
      for (Saying saying = take(); saying != null; saying = take()) {
        if (!saying.done()) {
          speak(synthesizer, saying);
        }
        Saying rest = saying.done() ? saying : enqueue(saying);
        if (rest != null) {
          rest.listener().ended();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    endAll();
  }

  private void speak(SpeechSynthesizer synthesizer, Saying saying) {
    String sentence = saying.nextSentence();
    try {
      saying.listener().spoken(sentence, synthesizer.speak(sentence, saying.voice()));
    } catch (VoiceException e) {
      saying.listener().unspoken(sentence, e);
    }
  }

  private SpeechSynthesizer start() {
    try {
      return starter.start();
    } catch (VoiceException e) {
      log.info("{}", e.getMessage());
      return new Mute(e);
    }
  }

  private synchronized void endAll() {
    closed = true;
    waiting.forEach(saying -> saying.listener().ended());
    waiting.clear();
  }

  /** Ends after the sentence being made; texts that wait end unsaid. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    try {
      thread.join(CLOSE_MILLIS_MAX);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Stands in where no synthesiser can be had: every sentence is shown, with the reason. */
  private record Mute(VoiceException reason) implements SpeechSynthesizer {
    @Override
    public Speech speak(String sentence, SpeakerVoice voice) throws VoiceException {
      throw reason;
    }

    @Override
    public void close() {}
  }
}
