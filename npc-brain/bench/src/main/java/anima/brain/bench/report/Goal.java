package anima.brain.bench.report;

import java.util.Optional;

/** What the runtime is to reach. */
public enum Goal {
  DECODE("decode", "our decode to the better llama.cpp's", 1.0, true),
  PREFILL("prefill", "our prefill to the better llama.cpp's", 1.5, true),
  SIXTEEN("sixteen", "our 16 characters to our one", 4.0, true),
  WARM("warmFirstToken", "our first token, remembered prompt to new", 0.1, false),
  FRAMES("frames", "slowest frames, our character speaks to idle", 1.1, false);

  /** As in the JSON, where it is there. */
  final String key;

  final String text;
  private final double bound;
  private final boolean atLeast;

  Goal(String key, String text, double bound, boolean atLeast) {
    this.key = key;
    this.text = text;
    this.bound = bound;
    this.atLeast = atLeast;
  }

  Optional<Double> ratio(Ratios ratios) {
    return switch (this) {
      case DECODE -> ratios.decode();
      case PREFILL -> ratios.prefill();
      case SIXTEEN -> ratios.sixteen();
      case WARM -> ratios.warmFirstToken();
      case FRAMES -> ratios.frames();
    };
  }

  /** Whether it is met; empty when it was not measured. */
  public Optional<Boolean> met(Ratios ratios) {
    return ratio(ratios).map(value -> atLeast ? value >= bound : value <= bound);
  }

  /** Such as {@code ≥ 1.5}. */
  String wanted() {
    return (atLeast ? "≥ " : "≤ ") + bound;
  }
}
