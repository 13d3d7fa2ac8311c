package anima.brain.llm.model;

/**
 * A weight matrix, read row by row; a row makes one output. Rows are int8 with a scale when the
 * model stores them so, else float.
 */
public abstract class Matrix {
  public final int rows;
  public final int columns;

  /** Whether {@link #readInt8} gives the rows exactly. */
  public final boolean int8;

  public Matrix(int rows, int columns, boolean int8) {
    this.rows = rows;
    this.columns = columns;
    this.int8 = int8;
  }

  /** Reads one row into the first {@link #columns} floats. */
  public abstract void readFloats(int row, float[] into);

  /**
   * Reads one row into the first {@link #columns} bytes.
   *
   * @return the scale: a value is byte times scale
   */
  public abstract float readInt8(int row, byte[] into);
}
