package anima.brain.llm.graph;

import anima.brain.llm.model.Matrix;
import anima.brain.llm.model.Matrix.Form;

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
  INT4;

  /** What a matrix that is stored in this form is held as. */
  WeightFormat of(Form form) {
    if (this != AS_STORED) {
      return this;
    }
    return switch (form) {
      case FLOATS -> F32;
      case INT4_BLOCKS -> INT4;
      case INT8_ROWS, INT8_BLOCKS, OTHER_BLOCKS -> INT8;
    };
  }

  /** Memory of a matrix that is stored in this form, in bytes. */
  public long bytes(Form form, long rows, long columns) {
    long blocks = (columns + Matrix.BLOCK - 1) / Matrix.BLOCK;
    return switch (of(form)) {
      case INT4 -> rows * blocks * (Matrix.BLOCK / 2 + Float.BYTES);
      case INT8 -> rows * blocks * (Matrix.BLOCK + Float.BYTES);
      case INT8_ROWS, UINT8_ROWS -> rows * (columns + Float.BYTES);
      case F32, AS_STORED -> rows * columns * Float.BYTES;
    };
  }
}
