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

  /** The form of its matrix. */
  Matrix.Form form();

  /** A matrix of two dimensions, the slower one as rows. */
  Matrix matrix() throws ModelException;

  /** A matrix of int8 with a scale for each row. */
  Matrix int8Matrix(float[] scales) throws ModelException;

  /** All numbers of a tensor of one dimension. */
  float[] vector() throws ModelException;
}
