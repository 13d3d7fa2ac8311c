package anima.brain.llm.text.jinja;

import anima.brain.llm.text.jinja.Token.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads values and what stands directly behind them: attributes, subscripts, calls, filters and
 * tests. Owned by one thread.
 */
abstract class ValueParser extends TokenReader {
  private static final Set<Kind> ARGUMENTS =
      Set.of(Kind.NAME, Kind.STRING, Kind.INTEGER, Kind.FLOAT);

  ValueParser(List<Token> tokens) {
    super(tokens);
  }

  /** One value or, with commas, a list of several. */
  abstract Expression tuple();

  abstract Expression expression();

  /** A value through which something is called. */
  final Expression reference() {
    return accessed(primary());
  }

  final Expression primary() {
    Token token = next();
    return switch (token.kind()) {
      case NAME -> named(token.text());
      case STRING -> string(token.text());
      case INTEGER -> constant(wholeNumber(token));
      case FLOAT -> constant(Double.parseDouble(token.text()));
      case OPERATOR -> bracketed(token);
      default -> throw fault("expected a value");
    };
  }

  private Long wholeNumber(Token token) {
    try {
      return Long.parseLong(token.text());
    } catch (NumberFormatException e) {
      throw fault("a number is too large");
    }
  }

  private Expression string(String begin) {
    StringBuilder text = new StringBuilder(begin);
    while (peek().kind() == Kind.STRING) {
      text.append(next().text());
    }
    return constant(text.toString());
  }

  static Expression constant(Object value) {
    return scope -> value;
  }

  private static Expression named(String name) {
    return switch (name) {
      case "true", "True" -> constant(true);
      case "false", "False" -> constant(false);
      case "none", "None" -> constant(None.NONE);
      default ->
          scope -> {
            scope.budget.step();
            return scope.get(name);
          };
    };
  }

  private Expression bracketed(Token token) {
    switch (token.text()) {
      case "(" -> {
        if (skipOperator(")")) {
          return listOf(List.of());
        }
        Expression value = tuple();
        expectOperator(")");
        return value;
      }
      case "[" -> {
        return listOf(entries("]"));
      }
      case "{" -> {
        return map();
      }
      default -> throw fault("expected a value before \"" + token.text() + "\"");
    }
  }

  private List<Expression> entries(String end) {
    List<Expression> entries = new ArrayList<>();
    while (!skipOperator(end)) {
      entries.add(expression());
      if (!peek().isOperator(end)) {
        expectOperator(",");
      }
    }
    return entries;
  }

  static Expression listOf(List<Expression> entries) {
    return scope -> {
      scope.budget.entries(entries.size());
      List<Object> list = new ArrayList<>();
      entries.forEach(entry -> list.add(entry.value(scope)));
      return list;
    };
  }

  private Expression map() {
    List<Expression> keys = new ArrayList<>();
    List<Expression> values = new ArrayList<>();
    while (!skipOperator("}")) {
      keys.add(expression());
      expectOperator(":");
      values.add(expression());
      if (!peek().isOperator("}")) {
        expectOperator(",");
      }
    }
    return scope -> {
      scope.budget.entries(keys.size());
      Map<Object, Object> map = new LinkedHashMap<>();
      for (int i = 0; i < keys.size(); i++) {
        map.put(Values.key(keys.get(i).value(scope), scope.budget), values.get(i).value(scope));
      }
      return map;
    };
  }

  final Expression accessed(Expression begin) {
    Expression value = begin;
    while (true) {
      if (skipOperator(".")) {
        value = attribute(value);
      } else if (skipOperator("[")) {
        value = subscript(value);
      } else if (peek().isOperator("(")) {
        value = call(value);
      } else {
        return value;
      }
    }
  }

  private Expression attribute(Expression owner) {
    if (peek().kind() == Kind.INTEGER) {
      return place(owner, wholeNumber(next()));
    }
    if (peek().kind() == Kind.FLOAT) {
      // What looks like a fraction are two places: the second entry of the first, as in a.0.1.
      String[] places = next().text().split("\\.", 2);
      return place(place(owner, Long.parseLong(places[0])), Long.parseLong(places[1]));
    }
    String name = expectName();
    return scope -> {
      scope.budget.step();
      return Access.attribute(owner.value(scope), name);
    };
  }

  private static Expression place(Expression owner, Long place) {
    return scope -> Access.entry(owner.value(scope), place, scope.budget);
  }

  private Expression subscript(Expression owner) {
    Expression none = constant(None.NONE);
    List<Expression> parts = new ArrayList<>();
    do {
      boolean left = !peek().isOperator(":") && !peek().isOperator("]");
      parts.add(left ? expression() : none);
    } while (skipOperator(":"));
    expectOperator("]");
    if (parts.size() == 1) {
      return scope -> Access.entry(owner.value(scope), parts.get(0).value(scope), scope.budget);
    }
    if (parts.size() > 3) {
      throw fault("a slice has three parts at most");
    }
    Expression step = parts.size() == 3 ? parts.get(2) : none;
    return scope ->
        Slices.of(
            owner.value(scope),
            parts.get(0).value(scope),
            parts.get(1).value(scope),
            step.value(scope),
            scope.budget);
  }

  private Expression call(Expression callee) {
    Call call = arguments();
    return scope -> {
      scope.budget.step();
      Object value = callee.value(scope);
      if (value instanceof Callable callable) {
        return callable.call(scope, call.evaluate(scope));
      }
      throw new Refusal(Values.kind(value) + " cannot be called");
    };
  }

  /** Reads what stands in parentheses behind a name. */
  final Call arguments() {
    expectOperator("(");
    List<Expression> places = new ArrayList<>();
    Map<String, Expression> names = new LinkedHashMap<>();
    while (!skipOperator(")")) {
      if (peek().kind() == Kind.NAME && peekSecond().isOperator("=")) {
        String name = next().text();
        next();
        names.put(name, expression());
      } else {
        places.add(skipOperator("*") ? new Call.Spread(expression()) : expression());
      }
      if (!peek().isOperator(")")) {
        expectOperator(",");
      }
    }
    return new Call(places, names);
  }

  private @Nullable Call argumentsIfAny() {
    return peek().isOperator("(") ? arguments() : null;
  }

  final Expression filtered(Expression begin) {
    Expression value = begin;
    while (true) {
      if (skipOperator("|")) {
        value = filter(value);
      } else if (skipName("is")) {
        value = test(value);
      } else if (peek().isOperator("(")) {
        value = call(value);
      } else {
        return value;
      }
    }
  }

  /** A filter whose name comes next. */
  final Expression filter(Expression input) {
    Filters.Filter filter = Filters.named(expectName());
    Call call = argumentsIfAny();
    return scope -> {
      scope.budget.step();
      return filter.apply(input.value(scope), Call.orNone(call, scope), scope);
    };
  }

  private Expression test(Expression input) {
    boolean wanted = !skipName("not");
    Tests.Test test = Tests.named(skipOperator("==") ? "==" : expectName());
    Call call = argumentsIfAny();
    if (call == null && beginsArgument()) {
      call = new Call(List.of(reference()), Map.of());
    }
    Call given = call;
    return scope -> {
      scope.budget.step();
      return test.holds(input.value(scope), Call.orNone(given, scope), scope) == wanted;
    };
  }

  private boolean beginsArgument() {
    Token token = peek();
    boolean goesOn =
        Set.of("else", "or", "and", "if", "is", "in", "not").contains(token.text())
            && token.kind() == Kind.NAME;
    return !goesOn
        && (ARGUMENTS.contains(token.kind()) || token.isOperator("[") || token.isOperator("{"));
  }
}
