package anima.brain.llm.gguf;

import anima.brain.llm.model.Matrix;

/**
 * Query or key rows of a GGUF file in the order of the original. The rotary pairs of a Llama are
 * rows (i, i + half) of a head; its GGUF file has them as neighbours (2i, 2i + 1). Immutable; any
 * thread.
 */
final class UnturnedMatrix extends Matrix {
  private final Matrix source;
  private final int headSize;

  UnturnedMatrix(Matrix source, int headSize) {
    super(source.rows, source.columns, source.form);
    this.source = source;
    this.headSize = headSize;
  }

  /** Where the row of the original is in the file. */
  static int rowInFile(int row, int headSize) {
    int inHead = row % headSize;
    int half = headSize / 2;
    return row - inHead + inHead % half * 2 + inHead / half;
  }

  @Override
  public void readFloats(int row, float[] into) {
    source.readFloats(rowInFile(row, headSize), into);
  }

  @Override
  public void readBlocks(int row, byte[] codes, float[] scales) {
    source.readBlocks(rowInFile(row, headSize), codes, scales);
  }
}
