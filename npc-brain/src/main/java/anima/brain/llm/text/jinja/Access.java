package anima.brain.llm.text.jinja;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What stands behind a dot or between square brackets. Reaches nothing but values of templates. */
final class Access {
  private Access() {}

  /** Behind a dot: a method first, then the entry of a map. */
  static Object attribute(Object value, String name) {
    if (value instanceof Attributes own) {
      return own.attribute(name);
    }
    if (value instanceof Undefined undefined) {
      throw new Refusal("\"" + undefined.name() + "\" is not defined and so has no " + name);
    }
    if (value instanceof Map<?, ?> map) {
      return ofMap(map, name);
    }
    return value instanceof String text ? TextMethods.of(text, name) : new Undefined(name);
  }

  private static Object ofMap(Map<?, ?> map, String name) {
    return switch (name) {
      case "items" -> (Callable) (scope, arguments) -> items(map, scope.budget);
      case "keys" -> (Callable) (scope, arguments) -> Values.entries(map, scope.budget);
      case "values" -> (Callable) (scope, arguments) -> values(map, scope.budget);
      case "get" ->
          (Callable)
              (scope, arguments) -> {
                Object found = map.get(Values.key(arguments.get(0, "key"), scope.budget));
                return found == null ? arguments.get(1, "default", None.NONE) : found;
              };
      default -> {
        Object found = map.get(name);
        yield found == null ? new Undefined(name) : found;
      }
    };
  }

  static List<Object> items(Map<?, ?> map, Budget budget) {
    budget.entries(3L * map.size());
    List<Object> items = new ArrayList<>();
    map.forEach((key, value) -> items.add(List.of(key, value)));
    return items;
  }

  private static List<Object> values(Map<?, ?> map, Budget budget) {
    budget.entries(map.size());
    return new ArrayList<>(map.values());
  }

  /** Between square brackets: an entry first, then a method. */
  static Object entry(Object value, Object key, Budget budget) {
    if (value instanceof Map<?, ?> map) {
      Object found = map.get(Values.key(key, budget));
      if (found != null) {
        return found;
      }
      return key instanceof String name ? ofMap(map, name) : new Undefined("[" + key + "]");
    }
    if (key instanceof String name) {
      return attribute(value, name);
    }
    if (key instanceof Long index && value instanceof List<?> list) {
      long at = index < 0 ? index + list.size() : index;
      return at >= 0 && at < list.size() ? list.get((int) at) : new Undefined("[" + index + "]");
    }
    if (key instanceof Long index && value instanceof String text) {
      Object end = index == -1 ? None.NONE : (Object) (index + 1);
      Object piece = Slices.of(text, index, end, None.NONE, budget);
      return piece.equals("") ? new Undefined("[" + index + "]") : piece;
    }
    if (value instanceof Undefined undefined) {
      throw new Refusal("\"" + undefined.name() + "\" is not defined and so has no entries");
    }
    return new Undefined("[" + ValueWriter.print(key, budget) + "]");
  }
}
