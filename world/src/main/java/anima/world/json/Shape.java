package anima.world.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/** How a record class is built and taken apart. */
final class Shape {
  private static final ClassValue<Shape> OF =
      new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
          return new Shape(type);
        }
      };

  private final Constructor<?> constructor;
  private final RecordComponent[] components;

  private Shape(Class<?> type) {
    components = type.getRecordComponents();
    try {
      constructor =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(type + " has no canonical constructor", e);
    }
  }

  static Shape of(Class<?> type) {
    return OF.get(type);
  }

  List<RecordComponent> components() {
    return List.of(components);
  }

  /** Whether the record only gives a type to one value, and so is written as that value. */
  boolean isWrapper() {
    return components.length == 1 && components[0].getName().equals("value");
  }

  static Object value(RecordComponent component, Object record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + component + " of " + record, e);
    }
  }

  /**
   * Builds the record.
   *
   * @throws IllegalArgumentException when its constructor refuses the values
   */
  Object create(Object[] values) {
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException refused) {
        throw refused;
      }
      throw new IllegalStateException("cannot build a " + constructor.getDeclaringClass(), e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot build a " + constructor.getDeclaringClass(), e);
    }
  }
}
