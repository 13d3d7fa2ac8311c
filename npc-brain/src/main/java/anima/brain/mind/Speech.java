package anima.brain.mind;

import anima.world.EntityId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What a mind is about to say, one sentence after the other at the speed of talk, so that it can be
 * interrupted between two. Owned by the thread of its mind.
 */
final class Speech {
  private static final int ENGLISH_TICKS_PER_10_LETTERS = 13;
  private static final int CHINESE_TICKS_PER_CHARACTER = 4;
  private static final int SENTENCE_TICKS_MIN = 16;

  private final Deque<String> waiting = new ArrayDeque<>();
  private Optional<EntityId> listener = Optional.empty();
  private long freeTick;

  /** Adds sentences after those that wait. */
  void say(String text, Optional<EntityId> to) {
    List<String> sentences = Sentences.of(text);
    int room = Sentences.SENTENCES_MAX - waiting.size();
    waiting.addAll(sentences.subList(0, Math.min(room, sentences.size())));
    listener = to;
  }

  /** The next sentence, when the one before has had its time. */
  Optional<String> next(long tick) {
    if (waiting.isEmpty() || tick < freeTick) {
      return Optional.empty();
    }
    String sentence = waiting.removeFirst();
    freeTick = tick + ticksOf(sentence);
    return Optional.of(sentence);
  }

  /** Says nothing more of what waits. */
  void interrupt() {
    waiting.clear();
  }

  boolean pending() {
    return !waiting.isEmpty();
  }

  Optional<EntityId> listener() {
    return listener;
  }

  private static long ticksOf(String sentence) {
    long han = sentence.codePoints().filter(Character::isIdeographic).count();
    long other = sentence.length() - han;
    long ticks = han * CHINESE_TICKS_PER_CHARACTER + other * ENGLISH_TICKS_PER_10_LETTERS / 10;
    return Math.max(SENTENCE_TICKS_MIN, ticks);
  }
}
