package anima.brain.llm.text.jinja;

import java.util.HashMap;
import java.util.Map;

/** The one value that a template can change, from within loops too. Owned by one thread. */
final class Namespace implements Attributes {
  private final Map<String, Object> values = new HashMap<>();

  Namespace(Callable.Arguments arguments) {
    for (Object map : arguments.places()) {
      if (map instanceof Map<?, ?> begin) {
        begin.forEach((name, value) -> values.put(String.valueOf(name), value));
      }
    }
    values.putAll(arguments.names());
  }

  void set(String name, Object value) {
    values.put(name, value);
  }

  @Override
  public Object attribute(String name) {
    Object value = values.get(name);
    return value == null ? new Undefined(name) : value;
  }
}
