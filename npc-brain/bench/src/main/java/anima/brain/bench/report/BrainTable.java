package anima.brain.bench.report;

import anima.brain.bench.machine.FrameTimes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** A run as text for a person. */
public final class BrainTable {
  private static final int NAME_WIDTH = 18;
  private static final int CELL_WIDTH = 15;
  private static final double GIGA = 1e9;

  /** A column: its title over two lines, and what stands in it for a stack. */
  private record Column(String title, Function<StackResult, String> cell) {}

  private final BrainReport report;

  private BrainTable(BrainReport report) {
    this.report = report;
  }

  public static String write(BrainReport report) {
    return new BrainTable(report).text();
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    line(text, "tokens a second: best round (median); higher is better");
    line(
        text,
        "machine: %d cores; each stack computes with %d; reads %.1f GB/s (%.1f with %d threads)",
        report.cores(),
        report.threads(),
        report.readBytesPerSecond() / GIGA,
        report.threadsReadBytesPerSecond() / GIGA,
        report.threads());
    report.shapes().forEach(shape -> shape(text, shape));
    goals(text);
    return text.toString();
  }

  private void shape(StringBuilder text, ShapeResult shape) {
    line(text, "");
    line(
        text,
        "%s: %.1fM weights, %.1f MB read for a token",
        shape.shape().label,
        shape.shape().weights() / 1e6,
        shape.shape().bytesPerToken() / 1e6);
    List<Column> columns = columns(shape);
    StringBuilder head = new StringBuilder(" ".repeat(NAME_WIDTH));
    columns.forEach(column -> head.append(cell(column.title)));
    line(text, "%s", head.toString().stripTrailing());
    for (StackResult stack : shape.stacks()) {
      StringBuilder row =
          new StringBuilder(("%-" + NAME_WIDTH + "s").formatted(stack.kind().label));
      if (stack.figures().isEmpty()) {
        row.append(stack.failed().orElse("nothing was measured"));
      } else {
        columns.forEach(column -> row.append(cell(column.cell.apply(stack))));
      }
      line(text, "%s", row.toString().stripTrailing());
    }
    notes(text, shape);
  }

  private List<Column> columns(ShapeResult shape) {
    List<Column> columns = new ArrayList<>();
    columns.add(rate("decode", Measure.DECODE));
    columns.add(
        new Column(
            "of the limit",
            stack -> report.limitRatio(shape, stack).map(BrainTable::ratio).orElse("–")));
    columns.add(rate("4 at once", Measure.DECODE_4));
    columns.add(rate("16 at once", Measure.DECODE_16));
    columns.add(rate("prefill 128", Measure.PREFILL_128));
    columns.add(rate("prefill 512", Measure.PREFILL_512));
    columns.add(millis("first cold ms", Measure.PREFILL_512));
    columns.add(millis("first warm ms", Measure.WARM));
    columns.add(rate("while drawing", Measure.LOADED));
    columns.add(
        new Column(
            "frame p99 ms", stack -> stack.speakingFrames().map(BrainTable::frames).orElse("–")));
    return columns;
  }

  private static Column rate(String title, Measure measure) {
    return new Column(
        title,
        stack ->
            stack
                .figure(measure)
                .map(figure -> number(figure.best()) + " (" + number(figure.median()) + ")")
                .orElse("–"));
  }

  private static Column millis(String title, Measure measure) {
    return new Column(
        title,
        stack ->
            stack
                .figure(measure)
                .map(figure -> number(figure.bestMillis(Measure.PROMPT_TOKENS)))
                .orElse("–"));
  }

  private static void notes(StringBuilder text, ShapeResult shape) {
    for (StackResult stack : shape.stacks()) {
      if (!stack.description().isEmpty()) {
        line(text, "  %s: %s", stack.kind().label, stack.description());
      }
      if (stack.failed().isPresent() && !stack.figures().isEmpty()) {
        line(text, "  %s: %s", stack.kind().label, stack.failed().get());
      }
    }
    shape
        .idleFrames()
        .ifPresent(idle -> line(text, "  frames while nobody speaks: p99 %s ms", frames(idle)));
    shape
        .agreement()
        .ifPresent(
            cosine ->
                line(
                    text,
                    "  same model in both: the logits behind a prompt agree to a cosine of %.4f",
                    cosine));
    Ratios ratios = Ratios.of(shape);
    line(
        text,
        "  ours to the better llama.cpp: decode %s, prefill 128 %s, prefill 512 %s, 16 at once %s",
        ratio(ratios.decode()),
        ratio(ratios.prefill()),
        ratio(shape.ratioToOthers(Measure.PREFILL_512)),
        ratio(shape.ratioToOthers(Measure.DECODE_16)));
  }

  private void goals(StringBuilder text) {
    Ratios ratios = Ratios.of(report);
    line(text, "");
    line(text, "goals, for %s:", Ratios.SHAPE.label);
    for (Goal goal : Goal.values()) {
      String met = goal.met(ratios).map(yes -> yes ? "met" : "not met").orElse("not measured");
      line(text, "  %-46s %-6s %6s  %s", goal.text, goal.wanted(), ratio(goal.ratio(ratios)), met);
    }
  }

  private static String frames(FrameTimes times) {
    return number(times.p99Millis());
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value >= 100 ? "%.0f" : "%.1f", value);
  }

  private static String ratio(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  private static String ratio(Optional<Double> value) {
    return value.map(BrainTable::ratio).orElse("–");
  }

  private static String cell(String value) {
    return ("%" + CELL_WIDTH + "s").formatted(value);
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
