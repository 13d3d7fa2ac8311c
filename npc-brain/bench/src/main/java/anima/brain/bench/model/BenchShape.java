package anima.brain.bench.model;

import java.util.Arrays;
import java.util.Optional;

/**
 * The shape of a decoder with grouped queries, gated layers and a head tied to its embedding. Speed
 * depends on the shape and the bits alone, so the weights may be random.
 */
public enum BenchShape {
  /** For tests: nothing to learn from its speed. */
  TINY("tiny", 64, 128, 2, 4, 2, 16, 512, false, 10_000),
  /** The embedded model. */
  EMBEDDED("5M", 256, 704, 6, 8, 4, 32, 4096, false, 10_000),
  /** SmolLM2-135M. */
  SMALL("135M", 576, 1536, 30, 9, 3, 64, 49_152, false, 100_000),
  /** Qwen2.5-0.5B. */
  MIDDLE("0.5B", 896, 4864, 24, 14, 2, 64, 151_936, true, 1_000_000);

  private static final int BLOCK_WEIGHTS = 32;
  private static final int BLOCK_BYTES = 18;

  /** As people call it. */
  public final String label;

  public final int width;
  public final int feedForward;
  public final int layers;
  public final int heads;
  public final int keyHeads;
  public final int headSize;
  public final int vocabulary;

  /** Whether queries, keys and values have biases, as in Qwen2. */
  public final boolean biased;

  public final int ropeBase;

  BenchShape(
      String label,
      int width,
      int feedForward,
      int layers,
      int heads,
      int keyHeads,
      int headSize,
      int vocabulary,
      boolean biased,
      int ropeBase) {
    this.label = label;
    this.width = width;
    this.feedForward = feedForward;
    this.layers = layers;
    this.heads = heads;
    this.keyHeads = keyHeads;
    this.headSize = headSize;
    this.vocabulary = vocabulary;
    this.biased = biased;
    this.ropeBase = ropeBase;
  }

  public static Optional<BenchShape> named(String label) {
    return Arrays.stream(values()).filter(shape -> shape.label.equalsIgnoreCase(label)).findFirst();
  }

  public int queryWidth() {
    return heads * headSize;
  }

  public int keyWidth() {
    return keyHeads * headSize;
  }

  /** Weights of all matrices, the tied head counted once. */
  public long weights() {
    long attention = 2L * width * (queryWidth() + keyWidth());
    return layers * (attention + 3L * width * feedForward) + (long) vocabulary * width;
  }

  /** Bytes of weights that one token has to read: every matrix once, in blocks of 4 bits. */
  public long bytesPerToken() {
    return weights() / BLOCK_WEIGHTS * BLOCK_BYTES;
  }
}
