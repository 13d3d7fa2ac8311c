package anima.brain.llm.text.jinja;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What values are: {@link String}, {@link Long}, {@link Double}, {@link Boolean}, {@link None},
 * {@link List}, {@link Map}, {@link Undefined}, {@link Callable} and {@link Attributes}, which
 * behave as Python's.
 */
final class Values {
  private Values() {}

  static Object of(JsonElement json) {
    if (json.isJsonObject()) {
      Map<String, Object> map = new LinkedHashMap<>();
      json.getAsJsonObject().entrySet().forEach(e -> map.put(e.getKey(), of(e.getValue())));
      return map;
    }
    if (json.isJsonArray()) {
      List<Object> list = new ArrayList<>();
      json.getAsJsonArray().forEach(entry -> list.add(of(entry)));
      return list;
    }
    return json.isJsonNull() ? None.NONE : primitive(json.getAsJsonPrimitive());
  }

  private static Object primitive(JsonPrimitive json) {
    if (json.isBoolean()) {
      return json.getAsBoolean();
    }
    if (json.isString()) {
      return json.getAsString();
    }
    try {
      return Long.parseLong(json.getAsString());
    } catch (NumberFormatException e) {
      return json.getAsDouble();
    }
  }

  static boolean isTrue(Object value) {
    if (value instanceof Boolean flag) {
      return flag;
    }
    if (value instanceof String text) {
      return !text.isEmpty();
    }
    if (value instanceof Number number) {
      return number.doubleValue() != 0;
    }
    if (value instanceof List<?> list) {
      return !list.isEmpty();
    }
    if (value instanceof Map<?, ?> map) {
      return !map.isEmpty();
    }
    return value != None.NONE && !(value instanceof Undefined);
  }

  static boolean equal(Object a, Object b, Budget budget) {
    budget.step();
    if (isNumeric(a) && isNumeric(b)) {
      boolean real = a instanceof Double || b instanceof Double;
      return real ? Numbers.real(a) == Numbers.real(b) : Numbers.whole(a) == Numbers.whole(b);
    }
    if (a instanceof List<?> some && b instanceof List<?> others) {
      return equal(some, others, budget);
    }
    if (a instanceof Map<?, ?> some && b instanceof Map<?, ?> others) {
      return some.keySet().equals(others.keySet())
          && some.entrySet().stream()
              .allMatch(
                  e -> equal(e.getValue(), Objects.requireNonNull(others.get(e.getKey())), budget));
    }
    if (a instanceof String text && b instanceof String other && text.length() == other.length()) {
      budget.text(text.length());
      return text.equals(other);
    }
    return a instanceof Undefined ? b instanceof Undefined : a.equals(b);
  }

  private static boolean equal(List<?> some, List<?> others, Budget budget) {
    for (int i = 0; i < some.size() && some.size() == others.size(); i++) {
      if (!equal(some.get(i), others.get(i), budget)) {
        return false;
      }
    }
    return some.size() == others.size();
  }

  /** Checks what is to be the key of a map. */
  static Object key(Object value, Budget budget) {
    if (value instanceof String text) {
      budget.text(text.length());
    }
    if (value instanceof String
        || isNumeric(value)
        || value == None.NONE
        || value instanceof Undefined) {
      return value;
    }
    throw new Refusal(kind(value) + " cannot be the key of a map");
  }

  static boolean isNumeric(Object value) {
    return value instanceof Number || value instanceof Boolean;
  }

  static int compare(Object a, Object b, Budget budget) {
    if (isNumeric(a) && isNumeric(b)) {
      boolean real = a instanceof Double || b instanceof Double;
      return real
          ? Double.compare(Numbers.real(a), Numbers.real(b))
          : Long.compare(Numbers.whole(a), Numbers.whole(b));
    }
    if (a instanceof String text && b instanceof String other) {
      budget.text(Math.min(text.length(), other.length()));
      return text.compareTo(other);
    }
    if (a.equals(b) && !(a instanceof List) && !(a instanceof Map)) {
      return 0;
    }
    throw new Refusal("cannot compare " + kind(a) + " with " + kind(b));
  }

  /** What a loop runs over. */
  static List<?> entries(Object value, Budget budget) {
    if (value instanceof List<?> list) {
      return list;
    }
    if (value instanceof Map<?, ?> map) {
      budget.entries(map.size());
      return List.copyOf(map.keySet());
    }
    if (value instanceof String text) {
      budget.entries(text.length());
      return text.codePoints().mapToObj(Character::toString).toList();
    }
    if (value instanceof Undefined) {
      return List.of();
    }
    throw new Refusal(kind(value) + " has no entries");
  }

  static long length(Object value) {
    if (value instanceof String text) {
      return text.codePointCount(0, text.length());
    }
    if (value instanceof Map<?, ?> map) {
      return map.size();
    }
    if (value instanceof List<?> list) {
      return list.size();
    }
    if (value instanceof Undefined) {
      return 0;
    }
    throw new Refusal(kind(value) + " has no length");
  }

  static boolean contains(Object whole, Object part, Budget budget) {
    if (whole instanceof String text) {
      if (!(part instanceof String piece)) {
        throw new Refusal("cannot look for " + kind(part) + " in a text");
      }
      budget.search(text, piece);
      return text.contains(piece);
    }
    if (whole instanceof Map<?, ?> map) {
      return map.containsKey(key(part, budget));
    }
    List<?> entries = entries(whole, budget);
    return entries.stream().anyMatch(entry -> equal(entry, part, budget));
  }

  /** How a sentence names the kind of a value. */
  static String kind(Object value) {
    if (value instanceof Undefined undefined) {
      return "\"" + undefined.name() + "\", which is not defined,";
    }
    if (value instanceof String) {
      return "a text";
    }
    if (value instanceof List<?>) {
      return "a list";
    }
    if (value instanceof Map<?, ?>) {
      return "a map";
    }
    if (isNumeric(value)) {
      return value instanceof Boolean ? "true or false" : "a number";
    }
    return value == None.NONE ? "None" : "a function";
  }
}
