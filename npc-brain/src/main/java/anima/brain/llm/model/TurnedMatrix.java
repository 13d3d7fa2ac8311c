package anima.brain.llm.model;

/**
 * A float matrix with rows and columns exchanged. Made for reading rows in order: it keeps a band
 * of neighbouring rows, so that the source is read once a band. Owned by one thread.
 */
final class TurnedMatrix extends Matrix {
  /** Floats kept, 4 MB. */
  private static final int BAND_FLOATS_MAX = 1 << 20;

  private final Matrix source;
  private final float[] sourceRow;
  private final float[] band;
  private final int bandRows;
  private int bandBegin = -1;

  TurnedMatrix(Matrix source) {
    super(/* rows= */ source.columns, /* columns= */ source.rows, Form.FLOATS);
    this.source = source;
    this.sourceRow = new float[source.columns];
    this.bandRows = Math.max(1, Math.min(rows, BAND_FLOATS_MAX / columns));
    this.band = new float[bandRows * columns];
  }

  @Override
  public void readFloats(int row, float[] into) {
    int begin = row / bandRows * bandRows;
    if (begin != bandBegin) {
      readBand(begin);
    }
    System.arraycopy(band, (row - begin) * columns, into, 0, columns);
  }

  private void readBand(int begin) {
    int count = Math.min(bandRows, rows - begin);
    for (int c = 0; c < columns; c++) {
      source.readFloats(c, sourceRow);
      for (int r = 0; r < count; r++) {
        band[r * columns + c] = sourceRow[begin + r];
      }
    }
    bandBegin = begin;
  }
}
