package anima.sync.wire;

/** What is wrong with a message from the other side, in one sentence. */
final class WireFault extends Exception {
  WireFault(String sentence) {
    super(sentence);
  }

  WireFault(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
