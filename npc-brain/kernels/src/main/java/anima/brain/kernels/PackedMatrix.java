package anima.brain.kernels;

/**
 * A matrix in 4 bits a weight: numbers −8 to 7 in blocks of 32 along a row, each block with a scale
 * in binary16, 4.5 bits a weight in all. Rows lie in strips of 32, so that a lane of the vector
 * unit works for a row and a product reads the memory straight ahead: [strip][block][group of 4
 * columns] [row], four columns to a short. A tile is a strip of the first half of the matrix and
 * the one as far into the second half: read together they are two streams, of which the processor
 * fetches twice as much ahead as of one. Scales are [tile][block][row], that of the second strip in
 * the upper bits. Rows are set once; afterwards any thread may read.
 */
public final class PackedMatrix {
  /** Columns that share a scale. */
  public static final int BLOCK = 32;

  /** Rows of a tile. */
  public static final int TILE_ROWS = 64;

  static final int STRIP_ROWS = TILE_ROWS / 2;
  static final int GROUPS = BLOCK / 4;
  static final int MIDDLE = 8;

  private static final int NIBBLE_BITS = 4;
  private static final int NIBBLE = 15;

  final int rows;
  final int blocks;
  final short[] codes;
  final int[] scales;

  /**
   * Allocates a matrix of zeros.
   *
   * @param columns a multiple of {@link #BLOCK}
   */
  public PackedMatrix(int rows, int columns) {
    if (columns % BLOCK != 0) {
      throw new IllegalArgumentException(columns + " columns are no blocks of " + BLOCK);
    }
    this.rows = rows;
    this.blocks = columns / BLOCK;
    long tileRows = (long) tiles() * TILE_ROWS;
    this.codes = new short[Math.toIntExact(tileRows * blocks * GROUPS)];
    this.scales = new int[Math.toIntExact(tileRows * blocks / 2)];
  }

  /** What so many weights take. */
  public static long bytes(long weights) {
    return weights * NIBBLE_BITS / Byte.SIZE + weights / BLOCK * Short.BYTES;
  }

  public int rows() {
    return rows;
  }

  public int columns() {
    return blocks * BLOCK;
  }

  public int tiles() {
    return (rows + TILE_ROWS - 1) / TILE_ROWS;
  }

  /**
   * Sets a row, once.
   *
   * @param numbers one for each column, −8 to 7
   * @param halves the scale of each block, as the bits of a binary16
   */
  public void setRow(int row, byte[] numbers, short[] halves) {
    int strip = row / STRIP_ROWS;
    int inStrip = row % STRIP_ROWS;
    boolean second = strip >= tiles();
    int tile = second ? strip - tiles() : strip;
    for (int block = 0; block < blocks; block++) {
      int pair = (tile * blocks + block) * STRIP_ROWS + inStrip;
      scales[pair] |= (halves[block] & 0xffff) << (second ? Short.SIZE : 0);
      for (int group = 0; group < GROUPS; group++) {
        int at = ((strip * blocks + block) * GROUPS + group) * STRIP_ROWS + inStrip;
        codes[at] = four(numbers, block * BLOCK + group * 4);
      }
    }
  }

  private static short four(byte[] numbers, int from) {
    int bits = 0;
    for (int i = 3; i >= 0; i--) {
      bits = bits << NIBBLE_BITS | (numbers[from + i] + MIDDLE & NIBBLE);
    }
    return (short) bits;
  }
}
