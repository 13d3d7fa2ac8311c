package anima.brain.llm.model;

import java.util.List;

/** A tensor whose place in its file was checked. Immutable; any thread. */
public interface StoredTensor {
  /** The name in its source. */
  String name();

  /** Sizes from the slowest to the fastest dimension. */
  List<Long> shape();

  /** What its file calls the type of its numbers. */
  String typeName();

  /** Whether {@link #matrix} reads it. */
  boolean readable();

  /** Whether it holds int8, which need scales to be weights. */
  boolean isInt8();

  /**
   * Its numbers as rows; a vector is one row.
   *
   * @param rows and columns together as many as the shape holds
   */
  Matrix matrix(int rows, int columns) throws ModelException;

  /** Its int8 rows with a scale for each. */
  Matrix int8Matrix(float[] scales, int columns) throws ModelException;
}
