package anima.brain.llm.model;

/**
 * Reads the rotary positions of {@code config.json}: {@code rope_theta} with {@code rope_scaling},
 * or all in {@code rope_parameters} as newer files have it; the kind of scaling is called {@code
 * rope_type} or {@code type}. Owned by one thread.
 */
final class RotaryReader {
  private static final double THETA_MAX = 1e12;
  private static final double FACTOR_MAX = 1e6;

  private final JsonFile json;
  private final int headSize;
  private final int positions;
  private final JsonFile scaling;
  private final String kind;

  /**
   * Reads from a file.
   *
   * @param positions longest sequence that the file names
   */
  RotaryReader(JsonFile json, int headSize, int positions) throws ModelException {
    this.json = json;
    this.headSize = headSize;
    this.positions = positions;
    String name = json.field("rope_parameters").isPresent() ? "rope_parameters" : "rope_scaling";
    this.scaling = json.object(name);
    String older = scaling.text("type").orElse("default");
    this.kind = scaling.text("rope_type").orElse(older);
  }

  Rotary rotary() throws ModelException {
    double outer = json.number("rope_theta", 1, THETA_MAX, 10_000);
    double theta = scaling.number("rope_theta", 1, THETA_MAX, outer);
    return switch (kind) {
      // Dynamic scaling begins behind the positions that the file names: the context ends there.
      case "default", "dynamic" -> Rotary.of(theta, headSize);
      case "linear" -> Rotary.of(theta, headSize).linear(factor());
      case "llama3" -> llama3(theta);
      case "yarn" -> yarn(theta);
      default ->
          throw scaling.setting("rope_type", kind, "default, linear, dynamic, llama3 or yarn");
    };
  }

  /**
   * Longest sequence: YaRN's files name the length before it was stretched, others the one after.
   */
  int contextTokensMax() throws ModelException {
    double stretched = kind.equals("yarn") ? original() * factor() : 0;
    return (int) Math.min(ModelLimits.CONTEXT_TOKENS_MAX, Math.max(positions, stretched));
  }

  private double factor() throws ModelException {
    return scaling.number("factor", 1, FACTOR_MAX);
  }

  private int original() throws ModelException {
    int most = ModelLimits.CONTEXT_TOKENS_MAX;
    return scaling.integer("original_max_position_embeddings", 1, most, positions);
  }

  private Rotary llama3(double theta) throws ModelException {
    double low = scaling.number("low_freq_factor", 1e-3, FACTOR_MAX, 1);
    double high = scaling.number("high_freq_factor", 1e-3, FACTOR_MAX, 4);
    if (high <= low) {
      throw scaling.setting("high_freq_factor", high, "more than " + low);
    }
    return Rotary.of(theta, headSize).llama3(factor(), low, high, original());
  }

  private Rotary yarn(double theta) throws ModelException {
    double factor = factor();
    YarnScaling yarn =
        new YarnScaling(
            factor,
            original(),
            scaling.number("beta_fast", 1e-3, FACTOR_MAX, 32),
            scaling.number("beta_slow", 1e-3, FACTOR_MAX, 1),
            scaling.flag("truncate", true));
    return yarn.rotary(
        theta, headSize, scaling.number("attention_factor", 0, FACTOR_MAX, magnitude(factor)));
  }

  /** Some files weigh the logarithm, for the attention and for the whole model. */
  private double magnitude(double factor) throws ModelException {
    double attention = scaling.number("mscale", 0, FACTOR_MAX, 0);
    double model = scaling.number("mscale_all_dim", 0, FACTOR_MAX, 0);
    return attention == 0 || model == 0
        ? YarnScaling.magnitude(factor, 1)
        : YarnScaling.magnitude(factor, attention) / YarnScaling.magnitude(factor, model);
  }
}
