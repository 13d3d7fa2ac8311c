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
        parts.stream().map(part -> part.form).reduce(Form::with).orElseThrow());
    this.parts = List.copyOf(parts);
  }

  @Override
  public void readFloats(int row, float[] into) {
    part(row).readFloats(inPart(row), into);
  }

  @Override
  public float readInt8(int row, byte[] into) {
    return part(row).readInt8(inPart(row), into);
  }

  @Override
  public void readBlocks(int row, byte[] codes, float[] scales) {
    part(row).readBlocks(inPart(row), codes, scales);
  }

  private Matrix part(int row) {
    int below = row;
    for (Matrix part : parts) {
      if (below < part.rows) {
        return part;
      }
      below -= part.rows;
    }
    throw new IndexOutOfBoundsException("row " + row + " of " + rows);
  }

  private int inPart(int row) {
    int below = row;
    for (Matrix part : parts) {
      if (below < part.rows) {
        break;
      }
      below -= part.rows;
    }
    return below;
  }
}
