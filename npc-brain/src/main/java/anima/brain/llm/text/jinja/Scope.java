package anima.brain.llm.text.jinja;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The variables seen at one place of a running template. Owned by one thread. */
final class Scope {
  final Budget budget;
  private final @Nullable Scope outer;
  private final Map<String, Object> variables = new HashMap<>();

  private Scope(Budget budget, @Nullable Scope outer) {
    this.budget = budget;
    this.outer = outer;
  }

  static Scope outermost(Map<String, Object> variables) {
    Scope scope = new Scope(new Budget(), null);
    scope.variables.putAll(variables);
    return scope;
  }

  /** A scope that sees this one; what it sets is its own. */
  Scope inner() {
    return new Scope(budget, this);
  }

  void set(String name, Object value) {
    variables.put(name, value);
  }

  Object get(String name) {
    for (Scope scope = this; scope != null; scope = scope.outer) {
      Object value = scope.variables.get(name);
      if (value != null) {
        return value;
      }
    }
    return new Undefined(name);
  }
}
