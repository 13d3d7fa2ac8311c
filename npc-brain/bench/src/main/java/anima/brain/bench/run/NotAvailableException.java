package anima.brain.bench.run;

/** Something that this machine does not have or cannot reach; the message says why. */
final class NotAvailableException extends Exception {
  private static final long serialVersionUID = 1L;

  NotAvailableException(String message) {
    super(message);
  }
}
