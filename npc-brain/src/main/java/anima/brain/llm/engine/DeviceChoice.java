package anima.brain.llm.engine;

/** Where a model is to run. */
public enum DeviceChoice {
  /** On the graphics card if that was tried and found faster, else on the processor. */
  AUTO,
  /** On the processor. */
  CPU,
  /** On the graphics card without trying which is faster; on the processor if there is none. */
  GPU
}
