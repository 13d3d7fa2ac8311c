package anima.world;

import java.util.regex.Pattern;

/** Key of a kind of goods in a place's catalogue, such as {@code apple}. */
public record GoodsId(String value) implements Comparable<GoodsId> {
  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_]{0,31}");

  public GoodsId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("goods id '" + value + "' is not of the form " + FORM);
    }
  }

  @Override
  public int compareTo(GoodsId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
