package anima.brain.llm.graph;

import anima.brain.llm.model.Matrix;

/**
 * A matrix with columns in another order and zero columns between them. Owned by the thread that
 * packs the weights.
 */
final class WideColumnsMatrix extends Matrix {
  private final Matrix source;
  private final int[] sources;
  private final float[] floats;
  private final byte[] bytes;

  WideColumnsMatrix(Matrix source, int[] sources) {
    super(source.rows, sources.length, form(source));
    this.source = source;
    this.sources = sources;
    this.floats = new float[source.columns];
    this.bytes = new byte[source.columns];
  }

  /** Columns leave their blocks, so that the scales of blocks do not fit any more. */
  private static Form form(Matrix source) {
    return switch (source.form) {
      case INT8_BLOCKS, INT4_BLOCKS -> Form.OTHER_BLOCKS;
      default -> source.form;
    };
  }

  @Override
  public void readFloats(int row, float[] into) {
    source.readFloats(row, floats);
    for (int i = 0; i < columns; i++) {
      into[i] = sources[i] < 0 ? 0 : floats[sources[i]];
    }
  }

  @Override
  public float readInt8(int row, byte[] into) {
    float scale = source.readInt8(row, bytes);
    for (int i = 0; i < columns; i++) {
      into[i] = sources[i] < 0 ? 0 : bytes[sources[i]];
    }
    return scale;
  }
}
