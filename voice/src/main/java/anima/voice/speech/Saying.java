package anima.voice.speech;

import java.util.List;

/** A text on its way to sound. The mouth's thread owns its place in the text. */
public final class Saying {
  private final List<String> sentences;
  private final SpeakerVoice voice;
  private final SayingListener listener;
  private int next;
  private volatile boolean cancelled;

  Saying(List<String> sentences, SpeakerVoice voice, SayingListener listener) {
    this.sentences = sentences;
    this.voice = voice;
    this.listener = listener;
  }

  /** The speaker was interrupted: no further sentence is made. Any thread. */
  public void cancel() {
    cancelled = true;
  }

  boolean done() {
    return cancelled || next >= sentences.size();
  }

  String nextSentence() {
    return sentences.get(next++);
  }

  SpeakerVoice voice() {
    return voice;
  }

  SayingListener listener() {
    return listener;
  }
}
