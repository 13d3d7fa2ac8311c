package anima.brain.llm.graph;

import anima.brain.llm.model.Matrix;
import java.util.Arrays;

/**
 * Where the numbers of the attention heads go. The attention operator wants heads of a multiple of
 * 16; smaller ones are widened with zeros, half by half, so that the rotary pairs (i, i + half)
 * stay pairs. Immutable; any thread.
 *
 * @param size width in the model
 * @param wideSize width in the graph
 */
public record HeadLayout(int size, int wideSize) {
  private static final int MULTIPLE = 16;

  public static HeadLayout of(int headSize) {
    return new HeadLayout(headSize, (headSize + MULTIPLE - 1) / MULTIPLE * MULTIPLE);
  }

  public boolean plain() {
    return size == wideSize;
  }

  /** For each place in the graph, the place in the model, or −1 for a zero. */
  public int[] sources(int heads) {
    int[] sources = new int[heads * wideSize];
    Arrays.fill(sources, -1);
    int half = size / 2;
    int wideHalf = wideSize / 2;
    for (int head = 0; head < heads; head++) {
      for (int i = 0; i < half; i++) {
        sources[head * wideSize + i] = head * size + i;
        sources[head * wideSize + wideHalf + i] = head * size + half + i;
      }
    }
    return sources;
  }

  public Matrix widenRows(Matrix matrix, int heads) {
    return plain() ? matrix : new WideRowsMatrix(matrix, sources(heads));
  }

  public Matrix widenColumns(Matrix matrix, int heads) {
    return plain() ? matrix : new WideColumnsMatrix(matrix, sources(heads));
  }

  public float[] widen(float[] vector, int heads) {
    if (plain()) {
      return vector;
    }
    int[] sources = sources(heads);
    float[] wide = new float[sources.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = sources[i] < 0 ? 0 : vector[sources[i]];
    }
    return wide;
  }
}
