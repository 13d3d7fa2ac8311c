package anima.brain.llm.graph;

/** How the runtime holds the matrices of a model. */
public enum WeightFormat {
  /** As the model stores them: int8 rows as {@link #INT8}, floats as {@link #F32}. */
  AS_STORED,
  /** 32-bit floats: exact, four bytes a weight. */
  F32,
  /** 8-bit blocks; int8 rows are taken over exactly, activations are rounded to 8 bits. */
  INT8,
  /** 4-bit blocks of 32: fastest and smallest, for models of a hundred million weights and more. */
  INT4
}
