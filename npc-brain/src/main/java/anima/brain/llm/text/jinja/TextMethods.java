package anima.brain.llm.text.jinja;

import anima.brain.llm.text.jinja.Callable.Arguments;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/** The methods of texts. */
final class TextMethods {
  private interface Method {
    Object call(String text, Arguments arguments, Budget budget);
  }

  private static final Map<String, Method> METHODS =
      Map.ofEntries(
          Map.entry("strip", (text, a, budget) -> strip(text, a, budget, true, true)),
          Map.entry("lstrip", (text, a, budget) -> strip(text, a, budget, true, false)),
          Map.entry("rstrip", (text, a, budget) -> strip(text, a, budget, false, true)),
          Map.entry("startswith", (text, a, budget) -> borders(a).anyMatch(text::startsWith)),
          Map.entry("endswith", (text, a, budget) -> borders(a).anyMatch(text::endsWith)),
          Map.entry("upper", (text, a, budget) -> Texts.upper(text)),
          Map.entry("lower", (text, a, budget) -> Texts.lower(text)),
          Map.entry("title", (text, a, budget) -> Texts.title(text)),
          Map.entry("capitalize", (text, a, budget) -> Texts.capitalize(text)),
          Map.entry("split", (text, a, budget) -> split(text, a, budget, false)),
          Map.entry("rsplit", (text, a, budget) -> split(text, a, budget, true)),
          Map.entry("splitlines", (text, a, budget) -> lines(text, budget)),
          Map.entry("replace", (text, a, budget) -> replace(text, a, budget)),
          Map.entry("join", (text, a, budget) -> join(a.get(0, "iterable"), text, budget)),
          Map.entry("find", (text, a, budget) -> find(text, a.text(0, "sub"), budget)),
          Map.entry("count", (text, a, budget) -> (long) count(text, a.text(0, "sub"), budget)),
          Map.entry("removeprefix", (text, a, budget) -> withoutPrefix(text, a.text(0, "prefix"))),
          Map.entry("removesuffix", (text, a, budget) -> withoutSuffix(text, a.text(0, "suffix"))),
          Map.entry("isdigit", (text, a, budget) -> are(text, Character::isDigit)),
          Map.entry("isalpha", (text, a, budget) -> are(text, Character::isLetter)),
          Map.entry("isspace", (text, a, budget) -> are(text, Texts::isSpace)));

  private TextMethods() {}

  /** The method of a text, {@link Undefined} when there is none. */
  static Object of(String text, String name) {
    Method method = METHODS.get(name);
    if (method == null) {
      return new Undefined(name);
    }
    return (Callable)
        (scope, arguments) -> {
          scope.budget.text(text.length());
          return method.call(text, arguments, scope.budget);
        };
  }

  static String strip(String text, Arguments a, Budget budget, boolean begin, boolean end) {
    if (!(a.get(0, "chars", None.NONE) instanceof String characters)) {
      String rest = begin ? Texts.stripStart(text) : text;
      return end ? Texts.stripEnd(rest) : rest;
    }
    budget.search(text, characters);
    String rest = begin ? Texts.stripStart(text, characters) : text;
    return end ? Texts.stripEnd(rest, characters) : rest;
  }

  private static Stream<String> borders(Arguments arguments) {
    Object border = arguments.get(0, "prefix");
    List<?> borders = border instanceof List<?> many ? many : List.of(border);
    return borders.stream().map(TextMethods::border);
  }

  private static String border(Object value) {
    if (value instanceof String text) {
      return text;
    }
    throw new Refusal("a text cannot begin or end with " + Values.kind(value));
  }

  private static List<Object> split(String text, Arguments a, Budget budget, boolean fromEnd) {
    long most = Numbers.whole(a.get(1, "maxsplit", -1L));
    if (!(a.get(0, "sep", None.NONE) instanceof String border)) {
      return words(text, most, budget);
    }
    if (border.isEmpty()) {
      throw new Refusal("cannot split a text at nothing");
    }
    budget.search(text, border);
    return fromEnd
        ? splitFromEnd(text, border, most, budget)
        : splitFromBegin(text, border, most, budget);
  }

  private static List<Object> splitFromBegin(String text, String border, long most, Budget budget) {
    List<Object> parts = new ArrayList<>();
    int begin = 0;
    int at = text.indexOf(border);
    while (at >= 0 && parts.size() != most) {
      budget.step();
      parts.add(text.substring(begin, at));
      begin = at + border.length();
      at = text.indexOf(border, begin);
    }
    parts.add(text.substring(begin));
    return parts;
  }

  private static List<Object> splitFromEnd(String text, String border, long most, Budget budget) {
    List<Object> parts = new ArrayList<>();
    int end = text.length();
    int at = text.lastIndexOf(border);
    while (at >= 0 && parts.size() != most) {
      budget.step();
      parts.add(text.substring(at + border.length(), end));
      end = at;
      at = text.lastIndexOf(border, end - border.length());
    }
    parts.add(text.substring(0, end));
    Collections.reverse(parts);
    return parts;
  }

  private static List<Object> words(String text, long most, Budget budget) {
    List<Object> words = new ArrayList<>();
    int at = skip(text, 0, true);
    while (at < text.length()) {
      budget.step();
      if (words.size() == most) {
        words.add(text.substring(at));
        return words;
      }
      int end = skip(text, at, false);
      words.add(text.substring(at, end));
      at = skip(text, end, true);
    }
    return words;
  }

  private static int skip(String text, int from, boolean space) {
    int at = from;
    while (at < text.length() && Texts.isSpace(text.charAt(at)) == space) {
      at++;
    }
    return at;
  }

  private static List<Object> lines(String text, Budget budget) {
    budget.entries(text.length());
    return new ArrayList<>(text.lines().toList());
  }

  /** Replaces all places, or so many as the third argument says. */
  static String replace(String text, Arguments a, Budget budget) {
    String old = a.text(0, "old");
    String fresh = a.text(1, "new");
    Object most = a.get(2, "count", None.NONE);
    long places = old.isEmpty() ? text.length() + 1L : count(text, old, budget);
    budget.text(text.length() + places * fresh.length());
    if (most == None.NONE || Numbers.whole(most) < 0) {
      return text.replace(old, fresh);
    }
    StringBuilder replaced = new StringBuilder();
    int from = 0;
    int at = text.indexOf(old);
    for (long i = 0; i < Numbers.whole(most) && at >= 0 && at < text.length(); i++) {
      replaced.append(text, from, at).append(fresh);
      from = at + old.length();
      at = text.indexOf(old, Math.max(from, at + 1));
    }
    return replaced.append(text, from, text.length()).toString();
  }

  private static int count(String text, String part, Budget budget) {
    budget.search(text, part);
    if (part.isEmpty()) {
      return text.length() + 1;
    }
    int count = 0;
    for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
      count++;
    }
    return count;
  }

  private static long find(String text, String part, Budget budget) {
    budget.search(text, part);
    int at = text.indexOf(part);
    return at < 0 ? -1 : text.codePointCount(0, at);
  }

  static String join(Object entries, String border, Budget budget) {
    Output joined = new Output(budget);
    String before = "";
    for (Object entry : Values.entries(entries, budget)) {
      joined.write(before);
      joined.write(ValueWriter.print(entry, budget));
      before = border;
    }
    return joined.text();
  }

  private static String withoutPrefix(String text, String prefix) {
    return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
  }

  private static String withoutSuffix(String text, String suffix) {
    return text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text;
  }

  private static boolean are(String text, IntPredicate kind) {
    return !text.isEmpty() && text.codePoints().allMatch(kind);
  }
}
