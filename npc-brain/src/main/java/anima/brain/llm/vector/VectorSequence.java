package anima.brain.llm.vector;

import anima.brain.kernels.Kernels;
import anima.brain.kernels.PackedMatrix;
import anima.brain.kernels.PackedVector;
import anima.brain.llm.model.AttentionShape;
import anima.brain.llm.model.ModelConfig;
import java.util.Arrays;
import java.util.Optional;

/**
 * Computes the next token of one sequence. Everything it needs is allocated once. Owned by the
 * thread of its session.
 */
public final class VectorSequence {
  private final VectorModel model;
  private final Kernels kernels;
  private final ModelConfig config;
  private final AttentionShape shape;
  private final CacheMirror cache;
  private final float[] stream;
  private final float[] normal;
  private final float[] queryKeyValue;
  private final float[] mixed;
  private final float[] wide;
  private final float[] up;
  private final float[] moved;
  private final float[] logits;
  private final PackedVector packed;
  private float[] scores = {};

  VectorSequence(VectorModel model, CacheRows rows) {
    this.model = model;
    this.kernels = model.kernels;
    this.config = model.config;
    this.shape = config.attention();
    this.cache = new CacheMirror(config.layers(), config.keyHeads(), config.headSize(), rows);
    int hidden = config.hiddenSize();
    int feedForward = config.feedForwardSize();
    int queries = shape.queryWidth();
    this.stream = new float[hidden];
    this.normal = new float[hidden];
    this.queryKeyValue = new float[whole(queries + 2 * shape.keyWidth())];
    this.mixed = new float[queries];
    this.wide = new float[whole(2 * feedForward)];
    this.up = new float[feedForward];
    this.moved = new float[whole(hidden)];
    this.logits = new float[whole(config.vocabularyTokens())];
    this.packed = new PackedVector(Math.max(hidden, Math.max(queries, feedForward)));
  }

  /** As many numbers as whole tiles of rows give. */
  private static int whole(int rows) {
    int tile = PackedMatrix.TILE_ROWS;
    return (rows + tile - 1) / tile * tile;
  }

  /** The tokens from {@code length} on are others now, in the shared cache. */
  public void truncate(int length) {
    cache.keep(length);
  }

  /** Where the embedded token goes before {@link #decode}. */
  public float[] hidden() {
    return stream;
  }

  /**
   * Computes the token in {@link #hidden} and writes its keys and values to the cache.
   *
   * @param position how many tokens the sequence has before it
   * @param into gets the logits of what follows it
   */
  public void decode(int position, float[] into) {
    cache.follow(position);
    for (int l = 0; l < config.layers(); l++) {
      LayerWeights layer = model.weights.layers.get(l);
      attend(l, layer, position);
      feedForward(layer);
    }
    cache.next();
    norm(stream, 0, model.weights.finalNorm, normal, 0);
    multiply(model.weights.head, normal, logits, Optional.empty());
    System.arraycopy(logits, 0, into, 0, config.vocabularyTokens());
  }

  private void attend(int l, LayerWeights layer, int position) {
    norm(stream, 0, layer.attentionNorm, normal, 0);
    multiply(layer.input, normal, queryKeyValue, layer.inputBias);
    int keys = shape.queryWidth();
    int values = keys + shape.keyWidth();
    turn(layer.queryNorm, 0, shape.heads(), position);
    turn(layer.keyNorm, keys, shape.keyHeads(), position);
    for (int head = 0; head < shape.keyHeads(); head++) {
      cache.put(2 * l, head, queryKeyValue, keys + head * shape.headSize());
      cache.put(2 * l + 1, head, queryKeyValue, values + head * shape.headSize());
    }
    for (int head = 0; head < shape.heads(); head++) {
      mix(l, head, position + 1);
    }
    multiply(layer.output, mixed, moved, layer.outputBias);
    kernels.addScaled(1, moved, 0, stream, 0, stream.length);
  }

  /** Normalises heads where the model wants it, then turns them by their position. */
  private void turn(Optional<float[]> norm, int begin, int heads, int position) {
    int size = shape.headSize();
    int half = size / 2;
    for (int head = 0; head < heads; head++) {
      int at = begin + head * size;
      if (norm.isPresent()) {
        norm(queryKeyValue, at, norm.get(), queryKeyValue, at);
      }
      for (int i = 0; i < half; i++) {
        float cosine = model.cosines[position * half + i];
        float sine = model.sines[position * half + i];
        float x = queryKeyValue[at + i];
        float y = queryKeyValue[at + half + i];
        queryKeyValue[at + i] = x * cosine - y * sine;
        queryKeyValue[at + half + i] = y * cosine + x * sine;
      }
    }
  }

  private void mix(int l, int head, int tokens) {
    int size = shape.headSize();
    int keyHead = head / (shape.heads() / shape.keyHeads());
    float[] keys = cache.tensor(2 * l);
    float[] values = cache.tensor(2 * l + 1);
    float scale = (float) (1 / Math.sqrt(size));
    if (scores.length < tokens) {
      scores = new float[Math.max(tokens, 2 * scores.length)];
    }
    for (int t = 0; t < tokens; t++) {
      int key = cache.at(keyHead, t);
      scores[t] = scale * kernels.dot(queryKeyValue, head * size, keys, key, size);
    }
    kernels.softmax(scores, tokens);
    Arrays.fill(mixed, head * size, (head + 1) * size, 0);
    for (int t = 0; t < tokens; t++) {
      kernels.addScaled(scores[t], values, cache.at(keyHead, t), mixed, head * size, size);
    }
  }

  private void feedForward(LayerWeights layer) {
    norm(stream, 0, layer.feedForwardNorm, normal, 0);
    multiply(layer.wide, normal, wide, layer.wideBias);
    int width = config.feedForwardSize();
    System.arraycopy(wide, width, up, 0, width);
    kernels.gate(wide, up, 0, width);
    multiply(layer.down, wide, moved, layer.downBias);
    kernels.addScaled(1, moved, 0, stream, 0, stream.length);
  }

  private void multiply(PackedMatrix matrix, float[] in, float[] out, Optional<float[]> bias) {
    kernels.pack(in, matrix.columns(), packed);
    model.multiply(matrix, packed, out);
    if (bias.isPresent()) {
      kernels.addScaled(1, bias.get(), 0, out, 0, bias.get().length);
    }
  }

  /** Root mean square norm (arXiv 1910.07467) of as many numbers as there are weights. */
  private void norm(float[] in, int inBegin, float[] weight, float[] out, int outBegin) {
    float squares = kernels.dot(in, inBegin, in, inBegin, weight.length);
    float factor = (float) (1 / Math.sqrt(squares / weight.length + config.normEpsilon()));
    for (int i = 0; i < weight.length; i++) {
      out[outBegin + i] = in[inBegin + i] * factor * weight[i];
    }
  }
}
