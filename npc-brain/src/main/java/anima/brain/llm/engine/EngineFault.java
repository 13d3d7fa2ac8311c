package anima.brain.llm.engine;

/** The engine or a device of it cannot do what it should; the message says what, for the log. */
public final class EngineFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public EngineFault(String what) {
    super(what);
  }

  public EngineFault(String what, Throwable cause) {
    super(what, cause);
  }
}
