package anima.brain.llm.vector;

/**
 * The cache of one sequence, as the graphs share it. A tensor is twice the layer's number, plus one
 * for values.
 */
public interface CacheRows {
  /** Reads the rows of some tokens of a key head, behind each other. */
  void read(int tensor, int head, int from, int to, float[] into, int at);

  /** Writes the row of one token. */
  void write(int tensor, int head, int position, float[] from, int at);
}
