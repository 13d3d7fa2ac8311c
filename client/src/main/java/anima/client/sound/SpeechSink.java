package anima.client.sound;

import anima.world.EntityId;

/** Where spoken sentences go. Any thread; never blocks. */
public interface SpeechSink {
  /**
   * Plays one sentence at the mouth of a body, after what it is saying already. Sentences of bodies
   * out of sight are dropped; of more than a few waiting, the oldest.
   *
   * @param samples signed, mono; not changed afterwards
   */
  void speak(EntityId speaker, short[] samples, int sampleRateHz);

  /** Silences a body at once, as when it is interrupted. */
  void hush(EntityId speaker);
}
