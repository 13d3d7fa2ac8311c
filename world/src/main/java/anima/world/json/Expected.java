package anima.world.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.List;

/** Says in words what a field should hold and what it holds. */
final class Expected {
  private static final int QUOTE_LENGTH_MAX = 40;

  private Expected() {}

  static String of(Type type, Limits limits) {
    Bounds bounds = limits.bounds();
    if (type instanceof ParameterizedType generic) {
      String unit = generic.getRawType() == List.class ? "a list of " : "an object of ";
      return unit + limits.lengthMin() + " to " + limits.lengthMax() + " elements";
    } else if (type == String.class) {
      return "a text of " + limits.lengthMin() + " to " + limits.lengthMax() + " characters";
    } else if (limits.isRgb()) {
      return "a colour such as \"#c0a080\"";
    } else if (type instanceof Class<?> plain
        && (plain.isPrimitive() || Number.class.isAssignableFrom(plain))) {
      if (plain == boolean.class) {
        return "true or false";
      }
      boolean whole = plain != double.class && plain != Double.class;
      String what = whole ? "a whole number" : "a number";
      return bounds == null
          ? what
          : (whole ? "a whole number " : "") + plain(bounds.min()) + " to " + plain(bounds.max());
    }
    return type instanceof Class<?> other && other.isEnum() ? "a word" : "an object";
  }

  static String found(JsonElement json) {
    if (json instanceof JsonArray array) {
      return "a list of " + array.size();
    } else if (json instanceof JsonObject) {
      return "an object";
    } else if (json instanceof JsonPrimitive text && text.isString()) {
      int length = text.getAsString().length();
      return length > QUOTE_LENGTH_MAX
          ? "a text of " + length + " characters"
          : quoted(text.getAsString());
    }
    return shortened(json.toString());
  }

  static String quoted(String text) {
    return "\"" + shortened(text.replaceAll("\\p{Cntrl}", "?")) + "\"";
  }

  private static String shortened(String text) {
    return text.length() > QUOTE_LENGTH_MAX ? text.substring(0, QUOTE_LENGTH_MAX) + "…" : text;
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
