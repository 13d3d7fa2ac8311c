package anima.brain.llm.text.jinja;

import anima.brain.llm.text.jinja.Callable.Arguments;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What may stand behind a bar. */
final class Filters {
  /** Turns a value into another. */
  interface Filter {
    Object apply(Object value, Arguments arguments, Scope scope);
  }

  private static final Map<String, Filter> FILTERS =
      Map.ofEntries(
          Map.entry(
              "abs", (v, a, s) -> Values.compare(v, 0L, s.budget) < 0 ? Numbers.negate(v) : v),
          Map.entry("capitalize", (v, a, s) -> Texts.capitalize(text(v, s))),
          Map.entry("count", (v, a, s) -> Values.length(v)),
          Map.entry("d", (v, a, s) -> orDefault(v, a)),
          Map.entry("default", (v, a, s) -> orDefault(v, a)),
          Map.entry("dictsort", (v, a, s) -> sortedItems(v, a, s)),
          Map.entry("first", (v, a, s) -> Access.entry(Values.entries(v, s.budget), 0L, s.budget)),
          Map.entry("float", (v, a, s) -> toFloat(v, a)),
          Map.entry("indent", (v, a, s) -> indent(text(v, s), a, s.budget)),
          Map.entry("int", (v, a, s) -> toInt(v, a)),
          Map.entry("items", (v, a, s) -> Access.items(map(v), s.budget)),
          Map.entry("join", Filters::join),
          Map.entry("last", (v, a, s) -> Access.entry(Values.entries(v, s.budget), -1L, s.budget)),
          Map.entry("length", (v, a, s) -> Values.length(v)),
          Map.entry("list", (v, a, s) -> new ArrayList<>(Values.entries(v, s.budget))),
          Map.entry("lower", (v, a, s) -> Texts.lower(text(v, s))),
          Map.entry("map", Filters::map),
          Map.entry("max", (v, a, s) -> largest(v, s, byValue(s))),
          Map.entry("min", (v, a, s) -> largest(v, s, byValue(s).reversed())),
          Map.entry("reject", (v, a, s) -> select(v, s, test(a, 0, s).negate())),
          Map.entry("rejectattr", (v, a, s) -> select(v, s, attributeTest(a, s).negate())),
          Map.entry("replace", (v, a, s) -> TextMethods.replace(text(v, s), a, s.budget)),
          Map.entry("reverse", Filters::reverse),
          Map.entry("safe", (v, a, s) -> v),
          Map.entry("select", (v, a, s) -> select(v, s, test(a, 0, s))),
          Map.entry("selectattr", (v, a, s) -> select(v, s, attributeTest(a, s))),
          Map.entry("sort", Filters::sort),
          Map.entry("string", (v, a, s) -> text(v, s)),
          Map.entry("sum", (v, a, s) -> sum(v, s)),
          Map.entry("title", (v, a, s) -> Texts.title(text(v, s))),
          Map.entry("tojson", Filters::toJson),
          Map.entry("trim", (v, a, s) -> TextMethods.strip(text(v, s), a, s.budget, true, true)),
          Map.entry("unique", (v, a, s) -> unique(v, s)),
          Map.entry("upper", (v, a, s) -> Texts.upper(text(v, s))));

  private Filters() {}

  static Filter named(String name) {
    Filter filter = FILTERS.get(name);
    if (filter == null) {
      throw new Refusal("there is no filter " + name);
    }
    return filter;
  }

  private static String text(Object value, Scope scope) {
    String text = ValueWriter.print(value, scope.budget);
    scope.budget.text(text.length());
    return text;
  }

  private static Map<?, ?> map(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    if (value instanceof Undefined) {
      return Map.of();
    }
    throw new Refusal(Values.kind(value) + " has no items");
  }

  private static Object orDefault(Object value, Arguments arguments) {
    boolean falseToo = Values.isTrue(arguments.get(1, "boolean", false));
    return value instanceof Undefined || (falseToo && !Values.isTrue(value))
        ? arguments.get(0, "default_value", "")
        : value;
  }

  private static Object toInt(Object value, Arguments arguments) {
    try {
      return value instanceof String text
          ? (Object) Long.parseLong(Texts.strip(text))
          : (Object) (long) Numbers.real(value);
    } catch (NumberFormatException | Refusal e) {
      return arguments.get(0, "default", 0L);
    }
  }

  private static Object toFloat(Object value, Arguments arguments) {
    try {
      return value instanceof String text ? Double.parseDouble(text) : Numbers.real(value);
    } catch (NumberFormatException | Refusal e) {
      return arguments.get(0, "default", 0.0);
    }
  }

  private static String indent(String text, Arguments arguments, Budget budget) {
    Object width = arguments.get(0, "width", 4L);
    long blanks = width instanceof String ? 0 : Numbers.whole(width);
    budget.text(blanks);
    String margin = width instanceof String own ? own : " ".repeat((int) Math.max(0, blanks));
    boolean first = Values.isTrue(arguments.get(1, "first", false));
    boolean blank = Values.isTrue(arguments.get(2, "blank", false));
    budget.entries(text.length());
    Output indented = new Output(budget);
    String border = "";
    for (String line : text.split("\n", -1)) {
      boolean bare = border.isEmpty() ? !first : line.isEmpty() && !blank;
      indented.write(border);
      indented.write(bare ? "" : margin);
      indented.write(line);
      border = "\n";
    }
    return indented.text();
  }

  /** Attributes within attributes, with dots between their names. */
  private static Object path(Object value, String names, Scope scope) {
    Object found = value;
    for (String name : names.split("\\.", -1)) {
      scope.budget.step();
      found = Access.entry(found, name, scope.budget);
    }
    return found;
  }

  private static Object join(Object value, Arguments arguments, Scope scope) {
    Object attribute = arguments.get(1, "attribute", None.NONE);
    Object entries = value;
    if (attribute instanceof String name) {
      entries =
          Values.entries(value, scope.budget).stream()
              .map(entry -> path(entry, name, scope))
              .toList();
    }
    return TextMethods.join(entries, text(arguments.get(0, "d", ""), scope), scope.budget);
  }

  private static Object map(Object value, Arguments arguments, Scope scope) {
    Object attribute = arguments.get(-1, "attribute", None.NONE);
    List<Object> mapped = new ArrayList<>();
    for (Object entry : Values.entries(value, scope.budget)) {
      scope.budget.step();
      if (attribute instanceof String name) {
        Object found = path(entry, name, scope);
        mapped.add(found instanceof Undefined ? arguments.get(-1, "default", found) : found);
      } else {
        Arguments rest = behind(arguments, 1);
        mapped.add(named(arguments.text(0, "filter")).apply(entry, rest, scope));
      }
    }
    return mapped;
  }

  private static Arguments behind(Arguments arguments, int first) {
    List<Object> places = arguments.places();
    return new Arguments(
        places.subList(Math.min(first, places.size()), places.size()), arguments.names());
  }

  /** The test named by an argument, or whether a value is true. */
  private static Predicate<Object> test(Arguments arguments, int place, Scope scope) {
    if (arguments.places().size() <= place) {
      return Values::isTrue;
    }
    Tests.Test test = Tests.named(arguments.text(place, "test"));
    Arguments rest = behind(arguments, place + 1);
    return value -> test.holds(value, rest, scope);
  }

  private static Predicate<Object> attributeTest(Arguments arguments, Scope scope) {
    String name = arguments.text(0, "attribute");
    Predicate<Object> test = test(arguments, 1, scope);
    return value -> test.test(path(value, name, scope));
  }

  private static List<Object> select(Object value, Scope scope, Predicate<Object> test) {
    List<Object> kept = new ArrayList<>();
    for (Object entry : Values.entries(value, scope.budget)) {
      scope.budget.step();
      if (test.test(entry)) {
        kept.add(entry);
      }
    }
    return kept;
  }

  private static Object reverse(Object value, Arguments arguments, Scope scope) {
    return value instanceof String text
        ? Slices.of(text, None.NONE, None.NONE, -1L, scope.budget)
        : Slices.of(Values.entries(value, scope.budget), None.NONE, None.NONE, -1L, scope.budget);
  }

  /** By values; texts by their letters, whatever their size. */
  private static Comparator<Object> byValue(Scope scope) {
    return (a, b) -> {
      if (a instanceof String text && b instanceof String other) {
        scope.budget.text((long) text.length() + other.length());
        return Texts.lower(text).compareTo(Texts.lower(other));
      }
      return Values.compare(a, b, scope.budget);
    };
  }

  private static Object sort(Object value, Arguments arguments, Scope scope) {
    Object attribute = arguments.get(2, "attribute", None.NONE);
    Comparator<Object> order = byValue(scope);
    if (attribute instanceof String name) {
      order = Comparator.comparing(entry -> path(entry, name, scope), order);
    }
    List<Object> sorted = new ArrayList<>(Values.entries(value, scope.budget));
    sorted.sort(Values.isTrue(arguments.get(0, "reverse", false)) ? order.reversed() : order);
    return sorted;
  }

  private static Object largest(Object value, Scope scope, Comparator<Object> order) {
    List<?> entries = Values.entries(value, scope.budget);
    return entries.isEmpty()
        ? new Undefined("the largest of nothing")
        : Collections.max(entries, order);
  }

  private static Object sortedItems(Object value, Arguments arguments, Scope scope) {
    List<Object> items = Access.items(map(value), scope.budget);
    Comparator<Object> order =
        Comparator.comparing(item -> Access.entry(item, 0L, scope.budget), byValue(scope));
    items.sort(Values.isTrue(arguments.get(2, "reverse", false)) ? order.reversed() : order);
    return items;
  }

  private static Object sum(Object value, Scope scope) {
    Object sum = 0L;
    for (Object entry : Values.entries(value, scope.budget)) {
      scope.budget.step();
      sum = Numbers.compute("+", sum, entry);
    }
    return sum;
  }

  private static Object unique(Object value, Scope scope) {
    List<Object> kept = new ArrayList<>();
    for (Object entry : Values.entries(value, scope.budget)) {
      if (!Values.contains(kept, entry, scope.budget)) {
        kept.add(entry);
      }
    }
    return kept;
  }

  /** As {@code json.dumps} writes it, which is what models have been trained on. */
  private static Object toJson(Object value, Arguments arguments, Scope scope) {
    Object indent = arguments.get(0, "indent", None.NONE);
    Object borders = arguments.get(-1, "separators", None.NONE);
    boolean lines = indent != None.NONE;
    int level = lines ? (int) Math.max(0, Math.min(16, Numbers.whole(indent))) : -1;
    ValueWriter.Style style =
        new ValueWriter.Style(
            true,
            level,
            border(borders, 0, lines ? "," : ", ", scope),
            border(borders, 1, ": ", scope),
            Values.isTrue(arguments.get(-1, "sort_keys", false)),
            Values.isTrue(arguments.get(-1, "ensure_ascii", false)));
    return ValueWriter.write(value, scope.budget, style);
  }

  private static String border(@Nullable Object borders, int place, String absent, Scope scope) {
    return borders instanceof List<?> list && list.size() == 2
        ? text(list.get(place), scope)
        : absent;
  }
}
