package anima.world.json;

import java.lang.reflect.RecordComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the annotations of a component allow; elements of its list or map share the bounds. */
record Limits(
    @Nullable Bounds bounds,
    @Nullable Length length,
    List<String> choices,
    boolean isRgb,
    int lengthMaxDefault) {
  /** Longest text, list or map whose component names no limit. */
  private static final int LENGTH_MAX = 100_000;

  static final Limits NONE = new Limits(null, null, List.of(), false, LENGTH_MAX);

  static Limits of(RecordComponent component) {
    OneOf choices = component.getAnnotation(OneOf.class);
    return new Limits(
        component.getAnnotation(Bounds.class),
        component.getAnnotation(Length.class),
        choices == null ? List.of() : List.of(choices.value()),
        component.isAnnotationPresent(Rgb.class),
        LENGTH_MAX);
  }

  Limits ofElements() {
    return new Limits(bounds, null, choices, isRgb, lengthMaxDefault);
  }

  boolean allows(double number) {
    return bounds == null || (number >= bounds.min() && number <= bounds.max());
  }

  boolean allowsLength(int count) {
    return count >= lengthMin() && count <= lengthMax();
  }

  int lengthMin() {
    return length == null ? 0 : length.min();
  }

  int lengthMax() {
    return length == null ? lengthMaxDefault : length.max();
  }
}
