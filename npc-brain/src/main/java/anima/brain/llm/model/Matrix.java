package anima.brain.llm.model;

import java.util.Arrays;

/** A weight matrix, read row by row; a row makes one output. */
public abstract class Matrix {
  /** Neighbouring weights of a row that share a scale, where blocks do. */
  public static final int BLOCK = 32;

  /** How the weights are stored, and so what keeps them exactly. */
  public enum Form {
    /** Floats of any width. */
    FLOATS,
    /** int8 with one scale for each row: {@link #readInt8} and {@link #readBlocks} are exact. */
    INT8_ROWS,
    /** int8 with one scale for each block: {@link #readBlocks} is exact. */
    INT8_BLOCKS,
    /** Numbers −8 to 7 with one scale for each block: {@link #readBlocks} is exact. */
    INT4_BLOCKS,
    /** Few bits in another way: only {@link #readFloats} is exact. */
    OTHER_BLOCKS;

    /** Whether {@link #readBlocks} gives the rows exactly. */
    public boolean inBlocks() {
      return this == INT8_ROWS || this == INT8_BLOCKS || this == INT4_BLOCKS;
    }

    /** The form that holds both of two matrices on top of each other. */
    public Form with(Form other) {
      if (this == other) {
        return this;
      }
      if (this == FLOATS || other == FLOATS) {
        return FLOATS;
      }
      return inBlocks() && other.inBlocks() ? INT8_BLOCKS : OTHER_BLOCKS;
    }
  }

  public final int rows;
  public final int columns;
  public final Form form;

  public Matrix(int rows, int columns, Form form) {
    this.rows = rows;
    this.columns = columns;
    this.form = form;
  }

  /** Reads one row into the first {@link #columns} floats. */
  public abstract void readFloats(int row, float[] into);

  /**
   * Reads one row into the first {@link #columns} bytes.
   *
   * @return the scale: a value is byte times scale
   */
  public float readInt8(int row, byte[] into) {
    throw new UnsupportedOperationException("rows are " + form);
  }

  /**
   * Reads one row: a value is its code times the scale of its block.
   *
   * @param codes the first {@link #columns} are written
   * @param scales one for each block, the last of which may be shorter
   */
  public void readBlocks(int row, byte[] codes, float[] scales) {
    Arrays.fill(scales, readInt8(row, codes));
  }
}
