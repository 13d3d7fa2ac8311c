package anima.brain.kernels;

/**
 * A matrix in 4 bits a weight: numbers −8 to 7 in blocks of 32 along a row, each block with a scale
 * in binary16, 4.5 bits a weight in all. Rows lie in tiles of 64, so that a lane of the vector unit
 * works for a row and a product reads the memory straight ahead: [tile][block][group of 4 columns]
 * [row], four columns to a short; scales [tile][block][row of the first half], with that of the row
 * 32 further in the upper bits. Rows are set once; afterwards any thread may read.
 */
public final class PackedMatrix {
  /** Columns that share a scale. */
  public static final int BLOCK = 32;

  /** Rows of a tile. */
  public static final int TILE_ROWS = 64;

  static final int HALF_TILE = TILE_ROWS / 2;
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
    int inTile = row % TILE_ROWS;
    int firstBlock = row / TILE_ROWS * blocks;
    for (int block = 0; block < blocks; block++) {
      int pair = (firstBlock + block) * HALF_TILE + inTile % HALF_TILE;
      scales[pair] |= (halves[block] & 0xffff) << (inTile < HALF_TILE ? 0 : Short.SIZE);
      for (int group = 0; group < GROUPS; group++) {
        int at = ((firstBlock + block) * GROUPS + group) * TILE_ROWS + inTile;
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
