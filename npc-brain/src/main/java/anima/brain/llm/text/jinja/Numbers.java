package anima.brain.llm.text.jinja;

import java.math.BigDecimal;
import java.math.MathContext;

/** Python's arithmetic: whole numbers stay whole, true counts as one. */
final class Numbers {
  private Numbers() {}

  static long whole(Object value) {
    if (value instanceof Boolean flag) {
      return flag ? 1 : 0;
    }
    if (value instanceof Long number) {
      return number;
    }
    throw new Refusal(Values.kind(value) + " is no whole number");
  }

  static double real(Object value) {
    return value instanceof Double number ? number : whole(value);
  }

  static Object negate(Object value) {
    return value instanceof Double number ? (Object) (-number) : (Object) (-whole(value));
  }

  static Object compute(String operator, Object a, Object b) {
    if (!Values.isNumeric(a) || !Values.isNumeric(b)) {
      throw new Refusal("cannot compute " + Values.kind(a) + " " + operator + " " + Values.kind(b));
    }
    try {
      if (a instanceof Double || b instanceof Double || operator.equals("/")) {
        return real(operator, real(a), real(b));
      }
      return whole(operator, whole(a), whole(b));
    } catch (ArithmeticException e) {
      throw new Refusal("the result of " + operator + " is too large, or a division by zero");
    }
  }

  private static Object whole(String operator, long a, long b) {
    return switch (operator) {
      case "+" -> Math.addExact(a, b);
      case "-" -> Math.subtractExact(a, b);
      case "*" -> Math.multiplyExact(a, b);
      case "//" -> Math.floorDiv(a, b);
      case "%" -> Math.floorMod(a, b);
      default -> b < 0 ? (Object) Math.pow((double) a, (double) b) : (Object) power(a, b);
    };
  }

  private static long power(long base, long exponent) {
    if (Math.abs(base) <= 1) {
      return base == 0 ? (exponent == 0 ? 1 : 0) : exponent % 2 == 0 ? 1 : base;
    }
    long result = 1;
    for (long i = 0; i < exponent; i++) {
      result = Math.multiplyExact(result, base);
    }
    return result;
  }

  private static double real(String operator, double a, double b) {
    if (b == 0 && (operator.startsWith("/") || operator.equals("%"))) {
      throw new ArithmeticException();
    }
    return switch (operator) {
      case "+" -> a + b;
      case "-" -> a - b;
      case "*" -> a * b;
      case "/" -> a / b;
      case "//" -> Math.floor(a / b);
      case "%" -> a - b * Math.floor(a / b);
      default -> Math.pow(a, b);
    };
  }

  /** As Python writes a number: the fewest digits that give it back. */
  static String write(double value) {
    if (Double.isNaN(value)) {
      return "nan";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    double size = Math.abs(value);
    BigDecimal digits = shortest(value);
    if (value == 0 || (size >= 1e-4 && size < 1e16)) {
      String plain = digits.toPlainString();
      String signed = value == 0 && 1 / value < 0 ? "-" + plain : plain;
      return plain.contains(".") ? signed : signed + ".0";
    }
    String figures = digits.unscaledValue().abs().toString();
    int exponent = figures.length() - 1 - digits.scale();
    String fraction = figures.length() > 1 ? "." + figures.substring(1) : "";
    return "%s%s%se%s%02d"
        .formatted(
            value < 0 ? "-" : "",
            figures.charAt(0),
            fraction,
            exponent < 0 ? "-" : "+",
            Math.abs(exponent));
  }

  /** Java 17 sometimes writes a digit too many. */
  private static BigDecimal shortest(double value) {
    BigDecimal exact = new BigDecimal(value);
    for (int digits = 1; digits < 17; digits++) {
      BigDecimal rounded = exact.round(new MathContext(digits));
      if (rounded.doubleValue() == value) {
        return rounded.stripTrailingZeros();
      }
    }
    return exact.round(new MathContext(17)).stripTrailingZeros();
  }
}
