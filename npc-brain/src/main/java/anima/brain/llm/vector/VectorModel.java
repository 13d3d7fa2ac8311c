package anima.brain.llm.vector;

import anima.brain.kernels.Kernels;
import anima.brain.kernels.PackedMatrix;
import anima.brain.kernels.PackedVector;
import anima.brain.llm.model.Architecture;
import anima.brain.llm.model.ModelConfig;
import anima.brain.llm.model.ModelException;
import anima.brain.llm.model.ModelFolder;
import anima.brain.llm.model.Rotary;
import java.util.Optional;

/**
 * A Llama whose next token is computed in Java, its matrices in 4 bits. Any thread may begin
 * sequences; they take turns with the threads.
 */
public final class VectorModel implements AutoCloseable {
  private static final double HEAP_SHARE_MAX = 0.7;

  final ModelConfig config;
  final Kernels kernels;
  final VectorWeights weights;

  /** [position][pair], as {@link Rotary} says. */
  final float[] cosines;

  final float[] sines;

  private final Team team;

  private VectorModel(
      ModelConfig config,
      Kernels kernels,
      VectorWeights weights,
      Rotary rotary,
      int contextTokens,
      int threads) {
    this.config = config;
    this.kernels = kernels;
    this.weights = weights;
    int pairs = config.headSize() / 2;
    this.cosines = new float[contextTokens * pairs];
    this.sines = new float[contextTokens * pairs];
    for (int i = 0; i < cosines.length; i++) {
      int position = i / pairs;
      double angle = position * rotary.frequencies().get(i % pairs);
      cosines[i] = (float) (rotary.magnitude() * Math.cos(angle));
      sines[i] = (float) (rotary.magnitude() * Math.sin(angle));
    }
    this.team = new Team(threads);
  }

  /**
   * Packs a model.
   *
   * @return empty when this process or the model's shape does not allow it
   */
  public static Optional<VectorModel> open(ModelFolder folder, int threads, int contextTokens)
      throws ModelException {
    ModelConfig config = folder.config();
    Optional<Kernels> kernels = Kernels.load();
    Optional<Architecture.Llama> llama = llama(config);
    if (kernels.isEmpty() || llama.isEmpty() || !fits(config) || !fitsHeap(config)) {
      return Optional.empty();
    }
    return Optional.of(
        new VectorModel(
            config,
            kernels.get(),
            new VectorWeights(folder, llama.get()),
            llama.get().rotary(),
            contextTokens,
            threads));
  }

  private static Optional<Architecture.Llama> llama(ModelConfig config) {
    return config
        .architecture()
        .handle(
            new Architecture.Handler<Optional<Architecture.Llama>, RuntimeException>() {
              @Override
              public Optional<Architecture.Llama> llama(Architecture.Llama llama) {
                return Optional.of(llama);
              }

              @Override
              public Optional<Architecture.Llama> gpt2(Architecture.Gpt2 gpt2) {
                return Optional.empty();
              }
            });
  }

  /** Whether all that is multiplied comes in whole blocks, and heads as the graphs store them. */
  private static boolean fits(ModelConfig config) {
    return config.hiddenSize() % PackedMatrix.BLOCK == 0
        && config.feedForwardSize() % PackedMatrix.BLOCK == 0
        && config.attention().queryWidth() % PackedMatrix.BLOCK == 0
        && config.headSize() % 16 == 0;
  }

  /** Whether the packed weights leave a fair part of Java's memory to everything else. */
  private static boolean fitsHeap(ModelConfig config) {
    Runtime runtime = Runtime.getRuntime();
    long free = runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
    return PackedMatrix.bytes(config.parameters()) < free * HEAP_SHARE_MAX;
  }

  /** Begins a sequence over a cache that others write too. */
  public VectorSequence newSequence(CacheRows cache) {
    return new VectorSequence(this, cache);
  }

  /** Multiplies; the team shares the tiles. */
  void multiply(PackedMatrix matrix, PackedVector vector, float[] out) {
    int tiles = matrix.tiles();
    int parts = team.size();
    team.run(
        part ->
            kernels.multiply(
                matrix, vector, out, tiles * part / parts, tiles * (part + 1) / parts));
  }

  @Override
  public void close() {
    team.close();
  }
}
