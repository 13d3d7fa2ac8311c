package anima.brain.llm.model;

import java.util.Arrays;
import java.util.List;

/**
 * A tensor that a model must have.
 *
 * @param shape as it is stored: one number for a vector, two for a matrix
 * @param inputsFirst whether the matrix is stored as [inputs, outputs] and turned when it is read
 */
record ExpectedTensor(String name, List<Long> shape, boolean inputsFirst) {
  ExpectedTensor {
    shape = List.copyOf(shape);
  }

  /** A vector of so many numbers, or a matrix stored as [outputs, inputs]. */
  static ExpectedTensor of(String name, int... shape) {
    return new ExpectedTensor(name, Arrays.stream(shape).asLongStream().boxed().toList(), false);
  }

  /** The same matrix, stored as [inputs, outputs]. */
  ExpectedTensor turned() {
    return new ExpectedTensor(name, List.of(shape.get(1), shape.get(0)), true);
  }

  boolean isMatrix() {
    return shape.size() == 2;
  }

  /** How many numbers it holds. */
  long size() {
    return shape.stream().reduce(1L, Math::multiplyExact);
  }
}
