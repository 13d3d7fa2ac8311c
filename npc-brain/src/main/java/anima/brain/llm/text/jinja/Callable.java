package anima.brain.llm.text.jinja;

import java.util.List;
import java.util.Map;

/** What a template may call. */
interface Callable {
  Object call(Scope scope, Arguments arguments);

  /** What a call is given, by place and by name. */
  record Arguments(List<Object> places, Map<String, Object> names) {
    static final Arguments NONE = new Arguments(List.of(), Map.of());

    int count() {
      return places.size() + names.size();
    }

    /** The argument at a place or of a name. */
    Object get(int place, String name, Object absent) {
      return place >= 0 && place < places.size()
          ? places.get(place)
          : names.getOrDefault(name, absent);
    }

    Object get(int place, String name) {
      return get(place, name, new Undefined(name));
    }

    String text(int place, String name) {
      if (get(place, name) instanceof String text) {
        return text;
      }
      throw new Refusal("the argument " + name + " must be a text");
    }
  }
}
