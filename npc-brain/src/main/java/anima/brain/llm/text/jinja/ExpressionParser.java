package anima.brain.llm.text.jinja;

import anima.brain.llm.text.jinja.Token.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads expressions, each rank of operators by a method of its own, loosest first. Owned by one
 * thread.
 */
class ExpressionParser {
  /** Expressions or statements within each other. */
  private static final int NESTING_MAX = 100;

  private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", ">", "<=", ">=");
  private static final Set<Kind> ARGUMENTS =
      Set.of(Kind.NAME, Kind.STRING, Kind.INTEGER, Kind.FLOAT);

  private final List<Token> tokens;
  private int at;
  private int nesting;

  ExpressionParser(List<Token> tokens) {
    this.tokens = tokens;
  }

  final Token peek() {
    return tokens.get(at);
  }

  private Token peekSecond() {
    return tokens.get(Math.min(at + 1, tokens.size() - 1));
  }

  final Token next() {
    Token token = tokens.get(at);
    at = Math.min(at + 1, tokens.size() - 1);
    return token;
  }

  final boolean skipName(String name) {
    boolean there = peek().isName(name);
    at += there ? 1 : 0;
    return there;
  }

  final boolean skipOperator(String operator) {
    boolean there = peek().isOperator(operator);
    at += there ? 1 : 0;
    return there;
  }

  final void expectOperator(String operator) {
    if (!skipOperator(operator)) {
      throw fault("expected " + operator);
    }
  }

  final String expectName() {
    if (peek().kind() != Kind.NAME) {
      throw fault("expected a name");
    }
    return next().text();
  }

  final Refusal fault(String what) {
    return new Refusal("line " + peek().line() + ": " + what + " at \"" + peek().text() + "\"");
  }

  final void enter() {
    nesting++;
    if (nesting > NESTING_MAX) {
      throw fault("more than " + NESTING_MAX + " levels");
    }
  }

  final void leave() {
    nesting--;
  }

  /** A value through which something is called. */
  final Expression reference() {
    return accessed(primary());
  }

  /** One value or, with commas, a list of several. */
  final Expression tuple() {
    Expression first = expression();
    if (!peek().isOperator(",")) {
      return first;
    }
    List<Expression> entries = new ArrayList<>(List.of(first));
    while (skipOperator(",")) {
      if (endsTuple()) {
        break;
      }
      entries.add(expression());
    }
    return listOf(entries);
  }

  private boolean endsTuple() {
    return peek().isOperator(")")
        || peek().kind() == Kind.TAG_END
        || peek().kind() == Kind.OUTPUT_END;
  }

  final Expression expression() {
    enter();
    Expression value = or();
    while (skipName("if")) {
      Expression then = value;
      Expression condition = or();
      Expression otherwise = skipName("else") ? expression() : scope -> new Undefined("else");
      value =
          scope ->
              Values.isTrue(condition.value(scope)) ? then.value(scope) : otherwise.value(scope);
    }
    leave();
    return value;
  }

  /** An expression without a condition, as behind "in" of a loop. */
  final Expression or() {
    Expression left = and();
    while (skipName("or")) {
      Expression first = left;
      Expression second = and();
      left =
          scope -> {
            Object value = first.value(scope);
            return Values.isTrue(value) ? value : second.value(scope);
          };
    }
    return left;
  }

  private Expression and() {
    Expression left = not();
    while (skipName("and")) {
      Expression first = left;
      Expression second = not();
      left =
          scope -> {
            Object value = first.value(scope);
            return Values.isTrue(value) ? second.value(scope) : value;
          };
    }
    return left;
  }

  private Expression not() {
    if (!skipName("not")) {
      return comparison();
    }
    enter();
    Expression value = not();
    leave();
    return scope -> !Values.isTrue(value.value(scope));
  }

  /** As in Python, {@code a < b < c} means that both hold. */
  private Expression comparison() {
    Expression first = sum();
    List<String> operators = new ArrayList<>();
    List<Expression> values = new ArrayList<>();
    while (true) {
      if (peek().kind() == Kind.OPERATOR && COMPARISONS.contains(peek().text())) {
        operators.add(next().text());
      } else if (skipName("in")) {
        operators.add("in");
      } else if (peek().isName("not") && peekSecond().isName("in")) {
        next();
        next();
        operators.add("not in");
      } else {
        break;
      }
      values.add(sum());
    }
    return operators.isEmpty() ? first : Operators.chain(first, operators, values);
  }

  private Expression sum() {
    Expression left = joined();
    while (peek().isOperator("+") || peek().isOperator("-")) {
      left = Operators.of(next().text(), left, joined());
    }
    return left;
  }

  private Expression joined() {
    Expression left = product();
    while (skipOperator("~")) {
      left = Operators.of("~", left, product());
    }
    return left;
  }

  private Expression product() {
    Expression left = power();
    while (Set.of("*", "/", "//", "%").contains(peek().text()) && peek().kind() == Kind.OPERATOR) {
      left = Operators.of(next().text(), left, power());
    }
    return left;
  }

  private Expression power() {
    Expression left = signed(true);
    while (skipOperator("**")) {
      left = Operators.of("**", left, signed(true));
    }
    return left;
  }

  private Expression signed(boolean withFilters) {
    Expression value;
    if (skipOperator("-")) {
      enter();
      Expression positive = signed(false);
      leave();
      value = scope -> Numbers.negate(positive.value(scope));
    } else if (skipOperator("+")) {
      enter();
      Expression number = signed(false);
      leave();
      value = Operators.of("+", constant(0L), number);
    } else {
      value = primary();
    }
    value = accessed(value);
    return withFilters ? filtered(value) : value;
  }

  private Expression primary() {
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

  private static Expression constant(Object value) {
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

  private static Expression listOf(List<Expression> entries) {
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

  private Expression accessed(Expression begin) {
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

  private Expression filtered(Expression begin) {
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
