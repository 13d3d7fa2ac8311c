package anima.brain.llm.schedule;

/** Why a text ended. */
public enum StopReason {
  /** The model wrote one of the stop tokens. */
  STOP_TOKEN,
  /** It has as many tokens as were asked for. */
  LONG_ENOUGH,
  /** The context is full, or the prompt does not fit into it. */
  CONTEXT_FULL,
  /** The mask allows nothing more. */
  MASKED,
  /** The asker no longer wants it. */
  CANCELLED,
  /** Too many others waited who were as urgent or more so. */
  CROWDED_OUT,
  /** The model, the mask or the listener failed; the others go on. */
  FAILED,
  /** The scheduler was closed. */
  CLOSED;

  /** Whether the text is what was asked for, as far as the model and the limits let it go. */
  public boolean whole() {
    return this == STOP_TOKEN || this == LONG_ENOUGH || this == CONTEXT_FULL || this == MASKED;
  }
}
