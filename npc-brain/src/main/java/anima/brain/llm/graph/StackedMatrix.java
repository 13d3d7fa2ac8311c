package anima.brain.llm.graph;

import anima.brain.llm.model.Matrix;
import java.util.List;

/** Matrices of equal width on top of each other. Immutable; any thread. */
final class StackedMatrix extends Matrix {
  private final List<Matrix> parts;

  StackedMatrix(List<Matrix> parts) {
    super(
        parts.stream().mapToInt(part -> part.rows).sum(),
        parts.get(0).columns,
        parts.stream().allMatch(part -> part.int8));
    this.parts = List.copyOf(parts);
  }

  @Override
  public void readFloats(int row, float[] into) {
    int below = row;
    for (Matrix part : parts) {
      if (below < part.rows) {
        part.readFloats(below, into);
        return;
      }
      below -= part.rows;
    }
    throw new IndexOutOfBoundsException("row " + row + " of " + rows);
  }

  @Override
  public float readInt8(int row, byte[] into) {
    int below = row;
    for (Matrix part : parts) {
      if (below < part.rows) {
        return part.readInt8(below, into);
      }
      below -= part.rows;
    }
    throw new IndexOutOfBoundsException("row " + row + " of " + rows);
  }
}
