package anima.brain.llm.text.jinja;

import anima.brain.llm.text.jinja.Callable.Arguments;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The arguments of a call as written. */
record Call(List<Expression> places, Map<String, Expression> names) {
  /** Stands for all entries of a list. */
  record Spread(Expression list) implements Expression {
    @Override
    public Object value(Scope scope) {
      return list.value(scope);
    }
  }

  Arguments evaluate(Scope scope) {
    List<Object> values = new ArrayList<>();
    for (Expression place : places) {
      if (place instanceof Spread spread) {
        values.addAll(Values.entries(spread.value(scope), scope.budget));
      } else {
        values.add(place.value(scope));
      }
    }
    scope.budget.entries(values.size());
    Map<String, Object> named = new LinkedHashMap<>();
    names.forEach((name, value) -> named.put(name, value.value(scope)));
    return new Arguments(values, named);
  }

  static Arguments orNone(@Nullable Call call, Scope scope) {
    return call == null ? Arguments.NONE : call.evaluate(scope);
  }
}
