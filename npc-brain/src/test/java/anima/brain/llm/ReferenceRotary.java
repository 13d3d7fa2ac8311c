package anima.brain.llm;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/**
 * Rotary positions (arXiv 2104.09864) with the scalings of longer contexts: linear (2306.15595),
 * YaRN (2309.00071) and that of Llama 3.1 (its model card and 2407.21783).
 */
final class ReferenceRotary {
  private final int size;
  private final double theta;
  private final int positions;
  private final JsonObject scaling;
  private final String kind;

  ReferenceRotary(PlainModel model, int size) {
    this.size = size;
    this.positions = model.integer("max_position_embeddings", 2048);
    JsonElement newer = model.config.get("rope_parameters");
    JsonElement given = newer == null ? model.config.get("rope_scaling") : newer;
    this.scaling = given instanceof JsonObject object ? object : new JsonObject();
    this.theta = number("rope_theta", model.number("rope_theta", 10_000));
    JsonElement named = scaling.has("rope_type") ? scaling.get("rope_type") : scaling.get("type");
    this.kind = named == null ? "default" : named.getAsString();
  }

  private double number(String field, double absent) {
    return scaling.has(field) ? scaling.get(field).getAsDouble() : absent;
  }

  /** Turns all heads of each row by the row's position. */
  void turn(double[][] rows, int heads) {
    int half = size / 2;
    double stretch = stretch();
    for (int t = 0; t < rows.length; t++) {
      for (int head = 0; head < heads; head++) {
        for (int i = 0; i < half; i++) {
          double angle = t * frequency(i);
          double x = rows[t][head * size + i];
          double y = rows[t][head * size + half + i];
          double cos = stretch * Math.cos(angle);
          double sin = stretch * Math.sin(angle);
          rows[t][head * size + i] = x * cos - y * sin;
          rows[t][head * size + half + i] = y * cos + x * sin;
        }
      }
    }
  }

  /** Radians a position of pair i. */
  private double frequency(int i) {
    double plain = Math.pow(theta, -2.0 * i / size);
    return switch (kind) {
      case "linear" -> plain / number("factor", 1);
      case "llama3" -> llama3(plain);
      case "yarn" -> yarn(plain);
      default -> plain;
    };
  }

  private double llama3(double plain) {
    double factor = number("factor", 8);
    double low = number("low_freq_factor", 1);
    double high = number("high_freq_factor", 4);
    double original = number("original_max_position_embeddings", positions);
    double wavelength = 2 * Math.PI / plain;
    if (wavelength < original / high) {
      return plain;
    }
    if (wavelength > original / low) {
      return plain / factor;
    }
    double smooth = (original / wavelength - low) / (high - low);
    return (1 - smooth) * plain / factor + smooth * plain;
  }

  /** The ramp of section 3.2 between whole pairs, as its authors' code rounds them. */
  private double yarn(double plain) {
    double fast = Math.floor(yarnPair(number("beta_fast", 32)));
    double slow = Math.ceil(yarnPair(number("beta_slow", 1)));
    double begin = Math.max(fast, 0);
    double end = Math.min(slow, size - 1);
    if (begin == end) {
      end += 0.001;
    }
    double pair = -Math.log(plain) / Math.log(theta) * size / 2;
    double ramp = Math.min(1, Math.max(0, (pair - begin) / (end - begin)));
    return plain / number("factor", 1) * ramp + plain * (1 - ramp);
  }

  /** Solves original / wavelength(i) = turns for i. */
  private double yarnPair(double turns) {
    double original = number("original_max_position_embeddings", positions);
    return size * Math.log(original / (turns * 2 * Math.PI)) / (2 * Math.log(theta));
  }

  private double stretch() {
    double usual = kind.equals("yarn") ? 0.1 * Math.log(number("factor", 1)) + 1 : 1;
    return kind.equals("yarn") ? number("attention_factor", usual) : 1;
  }
}
