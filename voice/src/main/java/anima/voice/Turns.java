package anima.voice;

import java.util.ArrayDeque;

/**
 * Frames in, partial words and utterances out: detector, turn and recogniser in one row. Owned by
 * the ear's thread; without a thread of its own, so that a test can feed it a recording.
 */
final class Turns {
  /** Partial words are asked for so often: each costs a pass over the lattice. */
  private static final int PARTIAL_FRAMES = 100 / AudioFrame.MILLIS;

  private final SpeechDetector detector;
  private final Recognizer recognizer;
  private final EarListener listener;
  private final EarOptions options;
  private final TurnDetector turn;
  private final Voicing voicing = new Voicing();

  /** Sound from before the onset; at most {@code leadMillis + 2 × onsetMillis}, oldest dropped. */
  private final ArrayDeque<AudioFrame> lead = new ArrayDeque<>();

  private String shown = "";
  private long startMillis;
  private int frames;

  Turns(SpeechDetector detector, Recognizer recognizer, EarListener listener, EarOptions options) {
    this.detector = detector;
    this.recognizer = recognizer;
    this.listener = listener;
    this.options = options;
    this.turn = new TurnDetector(options);
  }

  /** A frame while the microphone is always open. */
  void accept(AudioFrame frame) {
    step(frame, turn.next(detector.isSpeech(frame)));
  }

  /** A frame while a key opens the microphone. */
  void accept(AudioFrame frame, boolean held) {
    step(frame, turn.next(detector.isSpeech(frame), held));
  }

  /** The sound has ended: a turn under way ends with it. */
  void end(long endMillis) {
    if (turn.speaking()) {
      turn.reset();
      finish(endMillis - turn.silentMillis());
    }
  }

  /** Our own speech is heard: whatever was being said is not for us. */
  void drop() {
    lead.clear();
    if (turn.speaking()) {
      turn.reset();
      recognizer.reset();
      show("");
    }
  }

  private void step(AudioFrame frame, TurnDetector.Step step) {
    switch (step) {
      case IDLE -> keep(frame);
      case BEGIN -> begin(frame);
      case GO_ON -> goOn(frame);
      case END -> {
        recognize(frame);
        finish(frame.endMillis() - turn.silentMillis());
      }
    }
  }

  private void keep(AudioFrame frame) {
    lead.addLast(frame);
    if (lead.size() * AudioFrame.MILLIS > options.leadMillis() + 2 * options.onsetMillis()) {
      lead.removeFirst();
    }
  }

  private void begin(AudioFrame frame) {
    keep(frame);
    startMillis = lead.getFirst().startMillis();
    voicing.reset();
    lead.forEach(this::recognize);
    lead.clear();
    frames = 0;
  }

  private void recognize(AudioFrame frame) {
    recognizer.accept(frame);
    voicing.accept(frame);
  }

  private void goOn(AudioFrame frame) {
    recognize(frame);
    if (++frames % PARTIAL_FRAMES == 0) {
      show(recognizer.partial());
    }
  }

  private void show(String words) {
    if (!words.equals(shown)) {
      shown = words;
      listener.partial(words);
    }
  }

  private void finish(long endMillis) {
    Transcript transcript = recognizer.finish();
    boolean said =
        !transcript.text().isBlank()
            && transcript.confidence() >= options.confidenceMin()
            && voicing.voicedMillis() >= options.voicedMillisMin();
    show("");
    if (said) {
      listener.utterance(
          new Utterance(
              transcript.text(),
              recognizer.language(),
              transcript.confidence(),
              options.speaker(),
              startMillis,
              Math.max(startMillis, endMillis)));
    }
  }
}
