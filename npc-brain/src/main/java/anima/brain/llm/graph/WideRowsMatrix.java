package anima.brain.llm.graph;

import anima.brain.llm.model.Matrix;
import java.util.Arrays;

/** A matrix with rows in another order and zero rows between them. Immutable; any thread. */
final class WideRowsMatrix extends Matrix {
  private final Matrix source;
  private final int[] sources;

  WideRowsMatrix(Matrix source, int[] sources) {
    super(sources.length, source.columns, source.int8);
    this.source = source;
    this.sources = sources;
  }

  @Override
  public void readFloats(int row, float[] into) {
    if (sources[row] < 0) {
      Arrays.fill(into, 0, columns, 0);
    } else {
      source.readFloats(sources[row], into);
    }
  }

  @Override
  public float readInt8(int row, byte[] into) {
    if (sources[row] < 0) {
      Arrays.fill(into, 0, columns, (byte) 0);
      return 1;
    }
    return source.readInt8(sources[row], into);
  }
}
