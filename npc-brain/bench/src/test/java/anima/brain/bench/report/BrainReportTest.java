package anima.brain.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import anima.brain.bench.machine.FrameTimes;
import anima.brain.bench.model.BenchShape;
import anima.brain.bench.stack.StackKind;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BrainReportTest {
  private static final double READ = 20e9;

  @Test
  void a_figure_keeps_the_best_and_the_middle_round() {
    assertThat(Figure.of(List.of(10.0, 40.0, 20.0))).isEqualTo(new Figure(40, 20, 3));
    assertThat(Figure.of(List.of(10.0, 40.0))).isEqualTo(new Figure(40, 25, 2));
  }

  @Test
  void ratios_are_ours_to_the_better_of_the_others() {
    Ratios ratios = Ratios.of(report(ours(), other(StackKind.LLAMA), slow(StackKind.KHERUD)));
    assertThat(ratios.decode()).hasValue(100.0 / 80);
    assertThat(ratios.prefill()).hasValue(1000.0 / 500);
    assertThat(ratios.sixteen()).hasValue(4.5);
    assertThat(ratios.warmFirstToken().orElseThrow()).isCloseTo(0.08, within(1e-9));
    assertThat(ratios.frames().orElseThrow()).isCloseTo(1.05, within(1e-9));
  }

  @Test
  void goals_are_met_or_not_or_were_not_measured() {
    Ratios good = Ratios.of(report(ours(), other(StackKind.LLAMA)));
    assertThat(Goal.values()).allMatch(goal -> goal.met(good).equals(Optional.of(true)));
    Ratios alone = Ratios.of(report(ours()));
    assertThat(Goal.DECODE.met(alone)).isEmpty();
    assertThat(Goal.SIXTEEN.met(alone)).hasValue(true);
    Ratios poor = Ratios.of(report(slow(StackKind.ANIMA), other(StackKind.LLAMA)));
    assertThat(Goal.DECODE.met(poor)).hasValue(false);
  }

  @Test
  void the_limit_is_what_the_machine_can_read() {
    BrainReport report = report(ours());
    ShapeResult shape = report.shapes().get(0);
    double expected = 100 * BenchShape.SMALL.bytesPerToken() / READ;
    assertThat(report.limitRatio(shape, shape.stacks().get(0)).orElseThrow())
        .isCloseTo(expected, within(1e-12));
  }

  @Test
  void the_json_has_rows_and_ratios() {
    StackResult absent = absent(StackKind.LLAMA);
    JsonObject json =
        JsonParser.parseString(BrainJson.write(report(ours(), absent))).getAsJsonObject();
    assertThat(json.keySet()).containsExactly("rows", "ratios");
    assertThat(json.getAsJsonObject("ratios").keySet())
        .containsExactly("decode", "prefill", "sixteen", "warmFirstToken");
    JsonArray rows = json.getAsJsonArray("rows");
    JsonObject first = rows.get(0).getAsJsonObject();
    assertThat(first.get("shape").getAsString()).isEqualTo("135M");
    assertThat(first.get("stack").getAsString()).isEqualTo("anima");
    assertThat(first.get("decodeTokensPerSecond").getAsDouble()).isEqualTo(100);
    assertThat(first.get("prefillTokensPerSecond").getAsDouble()).isEqualTo(1000);
    assertThat(first.get("limitRatio").getAsDouble()).isPositive();
    JsonObject second = rows.get(1).getAsJsonObject();
    assertThat(second.get("decodeTokensPerSecond").isJsonNull()).isTrue();
    assertThat(second.get("failed").getAsString()).startsWith("not available");
    assertThat(json.getAsJsonObject("ratios").get("decode").isJsonNull()).isTrue();
  }

  @Test
  void the_table_says_what_is_missing_and_why() {
    String table = BrainTable.write(report(ours(), absent(StackKind.LLAMA)));
    assertThat(table)
        .contains("not available: no network")
        .contains("135M: 134.5M weights, 75.6 MB read for a token")
        .containsPattern("our decode to the better llama.cpp's +≥ 1.0 +– +not measured")
        .containsPattern("our 16 characters to our one +≥ 4.0 +4.50 +met");
  }

  private static BrainReport report(StackResult... stacks) {
    ShapeResult shape =
        new ShapeResult(
            BenchShape.SMALL,
            List.of(stacks),
            Optional.of(new FrameTimes(100, 8, 10)),
            Optional.empty());
    return new BrainReport(2, 1, READ, READ / 2, List.of(shape));
  }

  private static StackResult ours() {
    return stack(StackKind.ANIMA, 100, 450, 1000, 800, 10_000);
  }

  private static StackResult other(StackKind kind) {
    return stack(kind, 80, 300, 500, 400, 4_000);
  }

  private static StackResult slow(StackKind kind) {
    return stack(kind, 50, 100, 200, 150, 1_000);
  }

  private static StackResult stack(
      StackKind kind, double one, double sixteen, double small, double large, double warm) {
    return new StackResult(
        kind,
        "as tested",
        Map.of(
            Measure.DECODE, new Figure(one, one, 1),
            Measure.DECODE_16, new Figure(sixteen, sixteen, 1),
            Measure.PREFILL_128, new Figure(small, small, 1),
            Measure.PREFILL_512, new Figure(large, large, 1),
            Measure.WARM, new Figure(warm, warm, 1)),
        Optional.of(new FrameTimes(100, 8, 10.5)),
        Optional.empty());
  }

  private static StackResult absent(StackKind kind) {
    return new StackResult(
        kind, "", Map.of(), Optional.empty(), Optional.of("not available: no network"));
  }
}
