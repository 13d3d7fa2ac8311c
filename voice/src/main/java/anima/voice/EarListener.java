package anima.voice;

/**
 * Hears from an {@link Ear}. Called on the ear's thread: an implementation only puts what it gets
 * into a queue of its own.
 */
public interface EarListener {
  /** Words so far of the turn under way, to show; empty when they turn out to be nothing. */
  void partial(String words);

  void utterance(Utterance utterance);

  /**
   * The ear hears no more, and is closed: the microphone is gone. Not called after {@link
   * Ear#close} or at the end of a recording.
   */
  void lost(VoiceException reason);
}
