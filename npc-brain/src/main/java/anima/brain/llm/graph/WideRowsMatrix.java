package anima.brain.llm.graph;

import anima.brain.llm.model.Matrix;
import java.util.Arrays;

/** A matrix with rows in another order and zero rows between them. Immutable; any thread. */
final class WideRowsMatrix extends Matrix {
  private final Matrix source;
  private final int[] sources;

  WideRowsMatrix(Matrix source, int[] sources) {
    super(sources.length, source.columns, source.form);
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

  @Override
  public void readBlocks(int row, byte[] codes, float[] scales) {
    if (sources[row] < 0) {
      Arrays.fill(codes, 0, columns, (byte) 0);
      Arrays.fill(scales, 1);
    } else {
      source.readBlocks(sources[row], codes, scales);
    }
  }
}
