package anima.brain.llm.text.jinja;

import anima.brain.llm.text.jinja.Callable.Arguments;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The functions that chat templates find. */
final class Functions {
  private static final Map<Character, String> TIME_PATTERNS =
      Map.ofEntries(
          Map.entry('Y', "yyyy"),
          Map.entry('y', "yy"),
          Map.entry('m', "MM"),
          Map.entry('d', "dd"),
          Map.entry('B', "MMMM"),
          Map.entry('b', "MMM"),
          Map.entry('A', "EEEE"),
          Map.entry('a', "EEE"),
          Map.entry('H', "HH"),
          Map.entry('I', "hh"),
          Map.entry('M', "mm"),
          Map.entry('S', "ss"),
          Map.entry('p', "a"),
          Map.entry('j', "DDD"));

  private Functions() {}

  static Map<String, Object> at(LocalDateTime now) {
    Map<String, Object> functions = new HashMap<>();
    functions.put("raise_exception", (Callable) (scope, arguments) -> raise(arguments, scope));
    functions.put("strftime_now", (Callable) (scope, a) -> time(now, a.text(0, "format")));
    functions.put("namespace", (Callable) (scope, arguments) -> new Namespace(arguments));
    functions.put("range", (Callable) (scope, arguments) -> range(arguments, scope.budget));
    functions.put("dict", (Callable) (scope, a) -> new LinkedHashMap<Object, Object>(a.names()));
    return functions;
  }

  private static Object raise(Arguments arguments, Scope scope) {
    throw new Refusal(ValueWriter.print(arguments.get(0, "message"), scope.budget));
  }

  private static String time(LocalDateTime now, String format) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < format.length(); i++) {
      char c = format.charAt(i);
      if (c != '%' || i + 1 == format.length()) {
        text.append(c);
      } else {
        i++;
        boolean unpadded = format.charAt(i) == '-' && i + 1 < format.length();
        i += unpadded ? 1 : 0;
        String field = field(now, format.charAt(i));
        text.append(unpadded ? field.replaceFirst("^0+(?=.)", "") : field);
      }
    }
    return text.toString();
  }

  private static String field(LocalDateTime now, char letter) {
    if (letter == '%') {
      return "%";
    }
    String pattern = TIME_PATTERNS.get(letter);
    if (pattern == null) {
      throw new Refusal("the time has no field %" + letter);
    }
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(now);
  }

  private static List<Object> range(Arguments arguments, Budget budget) {
    boolean one = arguments.places().size() == 1;
    long begin = one ? 0 : Numbers.whole(arguments.get(0, "start"));
    long end = Numbers.whole(arguments.get(one ? 0 : 1, "stop"));
    long step = Numbers.whole(arguments.get(2, "step", 1L));
    if (step == 0) {
      throw new Refusal("a range cannot go on by 0");
    }
    List<Object> numbers = new ArrayList<>();
    for (long i = begin; step > 0 ? i < end : i > end; i = Math.addExact(i, step)) {
      budget.step();
      numbers.add(i);
    }
    return numbers;
  }
}
