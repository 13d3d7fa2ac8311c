package anima.brain.llm.text.jinja;

import anima.brain.llm.text.jinja.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads expressions, each rank of operators by a method of its own, loosest first. Owned by one
 * thread.
 */
abstract class ExpressionParser extends ValueParser {
  private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", ">", "<=", ">=");

  ExpressionParser(List<Token> tokens) {
    super(tokens);
  }

  @Override
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

  @Override
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
}
