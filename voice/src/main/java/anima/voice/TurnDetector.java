package anima.voice;

/**
 * Finds where a turn begins and ends in a row of frames that are speech or not. We do it ourselves:
 * Vosk's own endpoint comes 0.7 s after the last word and cannot be set. Owned by the ear's thread.
 */
final class TurnDetector {
  /** What the frame just judged means. */
  enum Step {
    /** Nobody speaks. */
    IDLE,
    /** A turn has begun; frames kept from before it belong to it. */
    BEGIN,
    /** The turn goes on. */
    GO_ON,
    /** The turn ends with this frame. */
    END
  }

  private final int onsetFrames;
  private final int silenceFrames;
  private final int turnFramesMax;

  /** Speech flags of the last frames, the newest in bit 0. */
  private long history;

  private boolean speaking;
  private int silent;
  private int length;

  TurnDetector(EarOptions options) {
    onsetFrames = options.onsetMillis() / AudioFrame.MILLIS;
    silenceFrames = options.silenceMillis() / AudioFrame.MILLIS;
    turnFramesMax = options.turnMillisMax() / AudioFrame.MILLIS;
  }

  /** Judges a frame while the microphone is open all the time. */
  Step next(boolean speech) {
    history = history << 1 | (speech ? 1 : 0);
    if (!speaking) {
      long recent = history & (1L << Math.min(63, 2 * onsetFrames)) - 1;
      return Long.bitCount(recent) >= onsetFrames ? begin() : Step.IDLE;
    }
    return count(speech) || silent >= silenceFrames ? end() : Step.GO_ON;
  }

  /** Judges a frame while a key opens the microphone: silence does not end a turn. */
  Step next(boolean speech, boolean held) {
    if (!speaking) {
      return held ? begin() : Step.IDLE;
    }
    return count(speech) || !held ? end() : Step.GO_ON;
  }

  /** Forgets a turn under way. */
  void reset() {
    history = 0;
    speaking = false;
  }

  boolean speaking() {
    return speaking;
  }

  /** Silence since the last speech of the turn. */
  int silentMillis() {
    return silent * AudioFrame.MILLIS;
  }

  private Step begin() {
    speaking = true;
    silent = 0;
    length = 0;
    return Step.BEGIN;
  }

  /** Counts a frame of the turn; true if the turn has become too long. */
  private boolean count(boolean speech) {
    silent = speech ? 0 : silent + 1;
    return ++length >= turnFramesMax;
  }

  private Step end() {
    reset();
    return Step.END;
  }
}
