package anima.brain.llm.model;

/** The largest shape of a model that is read; more is a damaged file or no model for a desk. */
public final class ModelLimits {
  public static final int VOCABULARY_TOKENS_MAX = 1_000_000;
  public static final int WIDTH_MAX = 1 << 17;
  public static final int LAYERS_MAX = 256;
  public static final int HEADS_MAX = 256;
  public static final int HEAD_SIZE_MAX = 256;
  public static final int CONTEXT_TOKENS_MAX = 1 << 24;

  private ModelLimits() {}
}
