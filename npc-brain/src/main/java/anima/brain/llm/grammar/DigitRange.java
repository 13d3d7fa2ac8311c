package anima.brain.llm.grammar;

import java.util.ArrayList;
import java.util.List;

/** The decimal digits of the whole numbers between two, exactly and without leading zeros. */
final class DigitRange {
  private static final Expression DIGIT = new Expression.Between('0', '9');

  private DigitRange() {}

  /** The numbers from {@code min}, at least 0, to {@code max}, at least {@code min}. */
  static Expression of(long min, long max) {
    List<Expression> branches = new ArrayList<>();
    long low = min;
    while (low <= max) {
      String digits = Long.toString(low);
      long high = Math.min(max, greatest(digits.length()));
      branches.add(between(digits, Long.toString(high), 0));
      low = high + 1;
    }
    return new Expression.Choice(branches);
  }

  private static long greatest(int digits) {
    long greatest = 9;
    for (int i = 1; i < digits; i++) {
      greatest = 10 * greatest + 9;
    }
    return greatest;
  }

  /** The digits from a place on, of numbers of equal length. */
  private static Expression between(String low, String high, int from) {
    int left = low.length() - from;
    if (left == 0) {
      return Expression.EMPTY;
    }
    if (all(low, from, '0') && all(high, from, '9')) {
      return digits(left);
    }
    char first = low.charAt(from);
    char last = high.charAt(from);
    if (first == last) {
      return Expression.sequence(one(first), between(low, high, from + 1));
    }
    String zeros = low.substring(0, from + 1) + "0".repeat(left - 1);
    String nines = low.substring(0, from + 1) + "9".repeat(left - 1);
    List<Expression> branches = new ArrayList<>();
    branches.add(Expression.sequence(one(first), between(low, nines, from + 1)));
    if (last - first > 1) {
      Expression middle = new Expression.Between((char) (first + 1), (char) (last - 1));
      branches.add(Expression.sequence(middle, digits(left - 1)));
    }
    branches.add(Expression.sequence(one(last), between(zeros, high, from + 1)));
    return new Expression.Choice(branches);
  }

  private static Expression one(char digit) {
    return new Expression.Between(digit, digit);
  }

  private static Expression digits(int count) {
    return count == 0 ? Expression.EMPTY : Expression.repeat(DIGIT, count, count);
  }

  private static boolean all(String digits, int from, char digit) {
    return digits.chars().skip(from).allMatch(c -> c == digit);
  }
}
