package anima.brain.llm.text.jinja;

import java.util.ArrayList;
import java.util.List;

/** Python's slices of lists and texts: {@code [begin:end:step]}, each may be left out. */
final class Slices {
  private Slices() {}

  static Object of(Object value, Object begin, Object end, Object step, Budget budget) {
    if (value instanceof String text) {
      budget.text(text.length());
      return ofText(text, begin, end, step);
    }
    if (!(value instanceof List<?> list)) {
      throw new Refusal(Values.kind(value) + " has no slices");
    }
    budget.entries(list.size());
    List<Object> slice = new ArrayList<>();
    for (int at : places(list.size(), begin, end, step)) {
      slice.add(list.get(at));
    }
    return slice;
  }

  private static String ofText(String text, Object begin, Object end, Object step) {
    int[] points = text.codePoints().toArray();
    StringBuilder slice = new StringBuilder();
    for (int at : places(points.length, begin, end, step)) {
      slice.appendCodePoint(points[at]);
    }
    return slice.toString();
  }

  private static int[] places(int size, Object begin, Object end, Object step) {
    long stride = step == None.NONE ? 1 : Numbers.whole(step);
    if (stride == 0 || stride == Long.MIN_VALUE) {
      throw new Refusal("a slice cannot go on by " + stride);
    }
    long low = stride > 0 ? 0 : -1;
    long high = stride > 0 ? size : size - 1;
    long first = bound(begin, stride > 0 ? low : high, size, low, high);
    long last = bound(end, stride > 0 ? high : low, size, low, high);
    long distance = stride > 0 ? last - first : first - last;
    long count = distance <= 0 ? 0 : (distance - 1) / Math.abs(stride) + 1;
    int[] places = new int[(int) count];
    for (int i = 0; i < count; i++) {
      places[i] = (int) (first + i * stride);
    }
    return places;
  }

  private static long bound(Object value, long absent, int size, long low, long high) {
    if (value == None.NONE) {
      return absent;
    }
    long at = Numbers.whole(value);
    return Math.max(low, Math.min(high, at < 0 ? at + size : at));
  }
}
