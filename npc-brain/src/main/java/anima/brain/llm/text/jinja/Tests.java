package anima.brain.llm.text.jinja;

import anima.brain.llm.text.jinja.Callable.Arguments;
import java.util.List;
import java.util.Map;

/** What may stand behind "is". */
final class Tests {
  /** Whether a value is of some kind. */
  interface Test {
    boolean holds(Object value, Arguments arguments, Scope scope);
  }

  private static final Map<String, Test> TESTS =
      Map.ofEntries(
          Map.entry("boolean", (v, a, s) -> v instanceof Boolean),
          Map.entry("callable", (v, a, s) -> v instanceof Callable),
          Map.entry("defined", (v, a, s) -> !(v instanceof Undefined)),
          Map.entry("divisibleby", (v, a, s) -> remainder(v, Numbers.whole(a.get(0, "num"))) == 0),
          Map.entry("eq", Tests::equal),
          Map.entry("equalto", Tests::equal),
          Map.entry("==", Tests::equal),
          Map.entry("even", (v, a, s) -> remainder(v, 2) == 0),
          Map.entry("false", (v, a, s) -> Boolean.FALSE.equals(v)),
          Map.entry("float", (v, a, s) -> v instanceof Double),
          Map.entry("ge", (v, a, s) -> Values.compare(v, a.get(0, "other"), s.budget) >= 0),
          Map.entry("gt", (v, a, s) -> Values.compare(v, a.get(0, "other"), s.budget) > 0),
          Map.entry("in", (v, a, s) -> Values.contains(a.get(0, "seq"), v, s.budget)),
          Map.entry("integer", (v, a, s) -> v instanceof Long),
          Map.entry("iterable", (v, a, s) -> isSequence(v) || v instanceof Undefined),
          Map.entry("le", (v, a, s) -> Values.compare(v, a.get(0, "other"), s.budget) <= 0),
          Map.entry("lower", (v, a, s) -> v instanceof String t && t.equals(Texts.lower(t))),
          Map.entry("lt", (v, a, s) -> Values.compare(v, a.get(0, "other"), s.budget) < 0),
          Map.entry("mapping", (v, a, s) -> v instanceof Map),
          Map.entry("ne", (v, a, s) -> !equal(v, a, s)),
          Map.entry("none", (v, a, s) -> v == None.NONE),
          Map.entry("number", (v, a, s) -> Values.isNumeric(v)),
          Map.entry("odd", (v, a, s) -> remainder(v, 2) == 1),
          Map.entry("sequence", (v, a, s) -> isSequence(v)),
          Map.entry("string", (v, a, s) -> v instanceof String),
          Map.entry("true", (v, a, s) -> Boolean.TRUE.equals(v)),
          Map.entry("undefined", (v, a, s) -> v instanceof Undefined),
          Map.entry("upper", (v, a, s) -> v instanceof String t && t.equals(Texts.upper(t))));

  private Tests() {}

  static Test named(String name) {
    Test test = TESTS.get(name);
    if (test == null) {
      throw new Refusal("there is no test " + name);
    }
    return test;
  }

  private static boolean equal(Object value, Arguments arguments, Scope scope) {
    return Values.equal(value, arguments.get(0, "other"), scope.budget);
  }

  private static long remainder(Object value, long divisor) {
    if (divisor == 0) {
      throw new Refusal("cannot divide by zero");
    }
    return Math.floorMod(Numbers.whole(value), divisor);
  }

  private static boolean isSequence(Object value) {
    return value instanceof String || value instanceof List || value instanceof Map;
  }
}
