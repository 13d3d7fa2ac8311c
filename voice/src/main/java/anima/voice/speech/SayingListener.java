package anima.voice.speech;

import anima.voice.VoiceException;

/**
 * Gets what is to be said, sentence by sentence. Called on the mouth's thread: an implementation
 * only puts what it gets into a queue of its own.
 */
public interface SayingListener {
  void spoken(String sentence, Speech speech);

  /** This sentence has no sound: show it. */
  void unspoken(String sentence, VoiceException reason);

  /** Nothing more will come of this text: all was said, or it was cancelled or dropped. */
  void ended();
}
