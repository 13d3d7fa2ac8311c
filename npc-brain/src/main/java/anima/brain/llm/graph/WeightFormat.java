package anima.brain.llm.graph;

/** How the runtime holds the matrices of a model. */
public enum WeightFormat {
  /**
   * What loses nothing of what the file holds: floats as {@link #F32}; int8 rows and blocks of 8
   * and 5 bits (Q8_0, Q5_0) as {@link #INT8}; blocks of 4 bits around a middle (Q4_0) as {@link
   * #INT4}. Blocks with a minimum or with smaller scales inside (Q4_1, Q5_1, Q4_K, Q5_K, Q6_K)
   * become {@link #INT8}, which comes within half a step of 1/127 of a block's largest weight: four
   * bits around a middle would add an error as large as the one that the file already has.
   */
  AS_STORED,
  /** 32-bit floats: exact, four bytes a weight. */
  F32,
  /** 8-bit blocks; int8 rows are taken over exactly, activations are rounded to 8 bits. */
  INT8,
  /**
   * 8 bits a weight with one scale for each output, each token's activations rounded to 8 bits:
   * fastest for runs of many tokens.
   */
  INT8_ROWS,
  /**
   * As {@link #INT8_ROWS}, stored as unsigned numbers around 128: for processors whose product of
   * unsigned and signed bytes saturates. The runtime chooses it where it must.
   */
  UINT8_ROWS,
  /** 4-bit blocks of 32: fastest and smallest, for models of a hundred million weights and more. */
  INT4
}
