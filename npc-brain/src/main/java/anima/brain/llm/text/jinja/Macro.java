package anima.brain.llm.text.jinja;

import java.util.Map;

/**
 * A piece of template with parameters; its value is what it writes.
 *
 * @param parameters what each is without an argument, in their order
 * @param home the scope in which it was written
 */
record Macro(Map<String, Expression> parameters, Statement body, Scope home) implements Callable {
  /** What a block that calls the macro is called in it. */
  static final String CALLER = "caller";

  @Override
  public Object call(Scope caller, Arguments arguments) {
    if (arguments.count() > parameters.size()) {
      throw new Refusal("a macro is called with more arguments than it has parameters");
    }
    Scope scope = home.inner();
    scope.set(CALLER, caller.get(CALLER));
    int place = 0;
    for (Map.Entry<String, Expression> parameter : parameters.entrySet()) {
      Object value = arguments.get(place++, parameter.getKey());
      scope.set(
          parameter.getKey(),
          value instanceof Undefined ? parameter.getValue().value(scope) : value);
    }
    Output written = new Output(scope.budget);
    scope.budget.enter();
    body.run(scope, written);
    scope.budget.leave();
    return written.text();
  }
}
