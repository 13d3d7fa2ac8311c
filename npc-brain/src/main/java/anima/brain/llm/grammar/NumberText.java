package anima.brain.llm.grammar;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How numbers of JSON are written, within bounds. */
final class NumberText {
  /** Most digits before the point: more could not be told apart as floating-point numbers. */
  static final int DIGITS_MAX = 15;

  /** Numbers are nearer to zero than this. */
  static final BigDecimal LIMIT = BigDecimal.TEN.pow(DIGITS_MAX);

  private static final int FRACTION_DIGITS_MAX = 15;
  private static final int EXPONENT_DIGITS_MAX = 2;
  private static final long MOST = LIMIT.longValueExact() - 1;

  private static final Expression DIGIT = new Expression.Between('0', '9');
  private static final Expression MINUS = Expression.literal("-");
  private static final Expression FRACTION =
      Expression.optional(
          Expression.sequence(
              Expression.literal("."), Expression.repeat(DIGIT, 1, FRACTION_DIGITS_MAX)));
  private static final Expression NO_FRACTION =
      Expression.optional(
          Expression.sequence(
              Expression.literal("."),
              Expression.repeat(Expression.literal("0"), 1, FRACTION_DIGITS_MAX)));

  private NumberText() {}

  static Expression integers(Schema schema) throws GrammarException {
    long min = least(schema, true);
    long max = greatest(schema, true);
    schema.checkOrder("minimum", min, max);
    List<Expression> branches = new ArrayList<>();
    if (min < 0) {
      long near = Math.max(1, max >= 0 ? 1 : -max);
      branches.add(Expression.sequence(MINUS, DigitRange.of(near, -min)));
    }
    if (max >= 0) {
      branches.add(DigitRange.of(Math.max(0, min), max));
    }
    return new Expression.Choice(branches);
  }

  static Expression numbers(Schema schema) throws GrammarException {
    if (!schema.has("minimum")
        && !schema.has("maximum")
        && !schema.has("exclusiveMinimum")
        && !schema.has("exclusiveMaximum")) {
      return any();
    }
    if (schema.has("exclusiveMinimum") || schema.has("exclusiveMaximum")) {
      throw new GrammarException(
          schema.path(), "exclusive bounds are supported for integers; use minimum and maximum");
    }
    long min = least(schema, false);
    long max = greatest(schema, false);
    schema.checkOrder("minimum", min, max);
    List<Expression> branches = new ArrayList<>();
    if (min < 0) {
      branches.add(Expression.sequence(MINUS, magnitudes(max >= 0 ? 0 : -max, -min)));
    }
    if (max >= 0) {
      branches.add(magnitudes(Math.max(0, min), max));
    }
    return new Expression.Choice(branches);
  }

  /** Numbers from one whole number to another: the greatest has nothing behind its point. */
  private static Expression magnitudes(long min, long max) {
    Expression last = Expression.sequence(DigitRange.of(max, max), NO_FRACTION);
    return min == max
        ? last
        : Expression.choice(Expression.sequence(DigitRange.of(min, max - 1), FRACTION), last);
  }

  /** Any number that a double holds as a finite one. */
  static Expression any() {
    Expression sign =
        Expression.choice(Expression.literal("+"), Expression.literal("-"), Expression.EMPTY);
    Expression exponent =
        Expression.sequence(
            Expression.choice(Expression.literal("e"), Expression.literal("E")),
            sign,
            Expression.repeat(DIGIT, 1, EXPONENT_DIGITS_MAX));
    return Expression.sequence(
        Expression.optional(MINUS),
        DigitRange.of(0, MOST),
        FRACTION,
        Expression.optional(exponent));
  }

  private static long least(Schema schema, boolean whole) throws GrammarException {
    Optional<Long> minimum = schema.whole("minimum");
    Optional<Long> above = whole ? schema.whole("exclusiveMinimum") : Optional.empty();
    return Math.max(minimum.orElse(-MOST), above.map(bound -> bound + 1).orElse(-MOST));
  }

  private static long greatest(Schema schema, boolean whole) throws GrammarException {
    Optional<Long> maximum = schema.whole("maximum");
    Optional<Long> below = whole ? schema.whole("exclusiveMaximum") : Optional.empty();
    return Math.min(maximum.orElse(MOST), below.map(bound -> bound - 1).orElse(MOST));
  }
}
