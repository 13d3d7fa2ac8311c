package anima.brain.llm.text.jinja;

import java.util.ArrayList;
import java.util.List;

/** What stands between two values. */
final class Operators {
  private Operators() {}

  static Expression of(String operator, Expression left, Expression right) {
    return scope -> {
      scope.budget.step();
      return compute(operator, left.value(scope), right.value(scope), scope.budget);
    };
  }

  private static Object compute(String operator, Object a, Object b, Budget budget) {
    switch (operator) {
      case "~" -> {
        return joined(ValueWriter.print(a, budget), ValueWriter.print(b, budget), budget);
      }
      case "+" -> {
        if (a instanceof String text && b instanceof String other) {
          return joined(text, other, budget);
        }
        if (a instanceof List<?> list && b instanceof List<?> other) {
          budget.entries((long) list.size() + other.size());
          List<Object> both = new ArrayList<>(list);
          both.addAll(other);
          return both;
        }
      }
      case "*" -> {
        if (a instanceof String text) {
          return repeated(text, Math.max(0, Numbers.whole(b)), budget);
        }
      }
      default -> {}
    }
    return Numbers.compute(operator, a, b);
  }

  private static String joined(String text, String other, Budget budget) {
    budget.text((long) text.length() + other.length());
    return text.concat(other);
  }

  private static String repeated(String text, long times, Budget budget) {
    budget.text(Math.min(times, Budget.TEXT_LENGTH_MAX + 1L) * text.length());
    return text.isEmpty() ? text : text.repeat((int) times);
  }

  static Expression chain(Expression first, List<String> operators, List<Expression> values) {
    return scope -> {
      Object left = first.value(scope);
      for (int i = 0; i < operators.size(); i++) {
        Object right = values.get(i).value(scope);
        scope.budget.step();
        if (!holds(operators.get(i), left, right, scope.budget)) {
          return false;
        }
        left = right;
      }
      return true;
    };
  }

  private static boolean holds(String operator, Object a, Object b, Budget budget) {
    return switch (operator) {
      case "==" -> Values.equal(a, b, budget);
      case "!=" -> !Values.equal(a, b, budget);
      case "in" -> Values.contains(b, a, budget);
      case "not in" -> !Values.contains(b, a, budget);
      case "<" -> Values.compare(a, b, budget) < 0;
      case ">" -> Values.compare(a, b, budget) > 0;
      case "<=" -> Values.compare(a, b, budget) <= 0;
      default -> Values.compare(a, b, budget) >= 0;
    };
  }
}
