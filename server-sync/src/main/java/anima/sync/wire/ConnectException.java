package anima.sync.wire;

/** Why a server cannot be started or reached: one sentence for a person. */
public final class ConnectException extends Exception {
  ConnectException(String sentence) {
    super(sentence);
  }

  ConnectException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
