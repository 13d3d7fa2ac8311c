package anima.brain.bench.report;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Optional;

/**
 * A run as JSON: {@code rows} with one object for each shape and stack, and {@code ratios} of the
 * shape that the goals are set for. What was not measured is null.
 */
public final class BrainJson {
  /** Goals about the runtime alone; the frames also depend on what is drawn. */
  private static final List<Goal> RATIOS =
      List.of(Goal.DECODE, Goal.PREFILL, Goal.SIXTEEN, Goal.WARM);

  private BrainJson() {}

  public static String write(BrainReport report) {
    return new GsonBuilder().serializeNulls().setPrettyPrinting().create().toJson(object(report));
  }

  static JsonObject object(BrainReport report) {
    JsonArray rows = new JsonArray();
    for (ShapeResult shape : report.shapes()) {
      for (StackResult stack : shape.stacks()) {
        rows.add(row(report, shape, stack));
      }
    }
    JsonObject ratios = new JsonObject();
    for (Goal goal : RATIOS) {
      number(ratios, goal.key, goal.ratio(Ratios.of(report)));
    }
    JsonObject all = new JsonObject();
    all.add("rows", rows);
    all.add("ratios", ratios);
    return all;
  }

  private static JsonObject row(BrainReport report, ShapeResult shape, StackResult stack) {
    JsonObject row = new JsonObject();
    row.addProperty("shape", shape.shape().label);
    row.addProperty("stack", stack.kind().label);
    number(row, "decodeTokensPerSecond", stack.best(Measure.DECODE));
    number(row, "prefillTokensPerSecond", stack.best(Measure.PREFILL_128));
    number(row, "limitRatio", report.limitRatio(shape, stack));
    number(row, "decodeMedian", stack.figure(Measure.DECODE).map(Figure::median));
    number(row, "prefillMedian", stack.figure(Measure.PREFILL_128).map(Figure::median));
    number(row, "prefill512TokensPerSecond", stack.best(Measure.PREFILL_512));
    number(row, "fourTokensPerSecond", stack.best(Measure.DECODE_4));
    number(row, "sixteenTokensPerSecond", stack.best(Measure.DECODE_16));
    number(row, "firstTokenColdMillis", millis(stack, Measure.PREFILL_512));
    number(row, "firstTokenWarmMillis", millis(stack, Measure.WARM));
    number(row, "decodeWhileDrawingTokensPerSecond", stack.best(Measure.LOADED));
    number(row, "frameIdleP99Millis", shape.idleFrames().map(frames -> frames.p99Millis()));
    number(row, "frameSpeakingP99Millis", stack.speakingFrames().map(frames -> frames.p99Millis()));
    row.addProperty("threads", report.threads());
    row.add(
        "failed",
        stack.failed().isPresent() ? new JsonPrimitive(stack.failed().get()) : JsonNull.INSTANCE);
    return row;
  }

  private static Optional<Double> millis(StackResult stack, Measure measure) {
    return stack.figure(measure).map(figure -> figure.bestMillis(Measure.PROMPT_TOKENS));
  }

  private static void number(JsonObject into, String key, Optional<Double> value) {
    into.add(key, value.isPresent() ? new JsonPrimitive(value.get()) : JsonNull.INSTANCE);
  }
}
