package anima.world.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Turns JSON into records: every field expected, none unknown, every number and text bounded. */
final class RecordReader {
  /** Name of the field that says which kind of a closed set an object is. */
  static final String TYPE = "type";

  private final String source;

  RecordReader(String source) {
    this.source = source;
  }

  /** The closed set that a record belongs to, if any. */
  static Optional<Class<?>> sealedParent(Class<?> record) {
    return Arrays.stream(record.getInterfaces()).filter(Class::isSealed).findFirst();
  }

  Object read(Type type, @Nullable JsonElement json, String path, Limits limits) throws JsonFault {
    if (json == null || json.isJsonNull()) {
      throw fault(path, Expected.of(type, limits), "nothing");
    }
    if (type instanceof ParameterizedType generic) {
      return generic(generic, json, path, limits);
    }
    Class<?> plain = (Class<?>) type;
    if (plain == long.class || plain == Long.class) {
      return integer(plain, json, path, limits);
    } else if (plain == int.class || plain == Integer.class) {
      return limits.isRgb() ? rgb(json, path) : (Object) (int) integer(plain, json, path, limits);
    } else if (plain == double.class || plain == Double.class) {
      return decimal(json, path, limits);
    } else if (plain == boolean.class && json instanceof JsonPrimitive p && p.isBoolean()) {
      return p.getAsBoolean();
    } else if (plain == String.class) {
      return text(json, path, limits);
    } else if (plain.isEnum()) {
      return constant(plain, json, path);
    } else if (plain.isRecord()) {
      return record(plain, json, path, limits);
    } else if (plain.isSealed()) {
      return kind(plain, json, path);
    }
    throw fault(path, Expected.of(type, limits), Expected.found(json));
  }

  private Object generic(ParameterizedType type, JsonElement json, String path, Limits limits)
      throws JsonFault {
    Type[] arguments = type.getActualTypeArguments();
    if (type.getRawType() == Optional.class) {
      return Optional.of(read(arguments[0], json, path, limits));
    }
    if (type.getRawType() == List.class) {
      if (!(json instanceof JsonArray array) || !limits.allowsLength(array.size())) {
        throw fault(path, Expected.of(type, limits), Expected.found(json));
      }
      List<Object> list = new ArrayList<>(array.size());
      for (int i = 0; i < array.size(); i++) {
        list.add(read(arguments[0], array.get(i), path + "[" + i + "]", limits.ofElements()));
      }
      return list;
    }
    if (!(json instanceof JsonObject object) || !limits.allowsLength(object.size())) {
      throw fault(path, Expected.of(type, limits), Expected.found(json));
    }
    SortedMap<Object, Object> map = new TreeMap<>();
    for (Map.Entry<String, JsonElement> entry : object.entrySet()) {
      String at = path + "." + entry.getKey();
      Object key = read(arguments[0], new JsonPrimitive(entry.getKey()), at, Limits.NONE);
      map.put(key, read(arguments[1], entry.getValue(), at, limits.ofElements()));
    }
    return map;
  }

  private long integer(Class<?> plain, JsonElement json, String path, Limits limits)
      throws JsonFault {
    if (json instanceof JsonPrimitive number && number.isNumber()) {
      try {
        BigDecimal value = new BigDecimal(number.getAsString());
        long exact =
            plain == long.class || plain == Long.class
                ? value.longValueExact()
                : value.intValueExact();
        if (limits.allows((double) exact)) {
          return exact;
        }
      } catch (ArithmeticException | NumberFormatException e) {
        throw fault(path, Expected.of(plain, limits), Expected.found(json));
      }
    }
    throw fault(path, Expected.of(plain, limits), Expected.found(json));
  }

  private double decimal(JsonElement json, String path, Limits limits) throws JsonFault {
    if (json instanceof JsonPrimitive number && number.isNumber()) {
      double value = Double.parseDouble(number.getAsString());
      if (Double.isFinite(value) && limits.allows(value)) {
        return value;
      }
    }
    throw fault(path, Expected.of(double.class, limits), Expected.found(json));
  }

  private int rgb(JsonElement json, String path) throws JsonFault {
    if (json instanceof JsonPrimitive text
        && text.isString()
        && text.getAsString().matches("#[0-9a-fA-F]{6}")) {
      return Integer.parseInt(text.getAsString().substring(1), 16);
    }
    throw fault(path, "a colour such as \"#c0a080\"", Expected.found(json));
  }

  private String text(JsonElement json, String path, Limits limits) throws JsonFault {
    if (json instanceof JsonPrimitive text && text.isString()) {
      String value = text.getAsString();
      if (!limits.choices().isEmpty() && !limits.choices().contains(value)) {
        throw unknown(path, value, limits.choices());
      }
      if (limits.allowsLength(value.length())) {
        return value;
      }
    }
    throw fault(path, Expected.of(String.class, limits), Expected.found(json));
  }

  private Object constant(Class<?> type, JsonElement json, String path) throws JsonFault {
    Map<String, Object> known = new LinkedHashMap<>();
    for (Object constant : type.getEnumConstants()) {
      known.put(((Enum<?>) constant).name().toLowerCase(Locale.ROOT), constant);
    }
    String name = text(json, path, Limits.NONE);
    Object constant = known.get(name);
    if (constant == null) {
      throw unknown(path, name, List.copyOf(known.keySet()));
    }
    return constant;
  }

  private Object kind(Class<?> sealed, JsonElement json, String path) throws JsonFault {
    if (!(json instanceof JsonObject object)) {
      throw fault(path, "an object", Expected.found(json));
    }
    Map<String, Class<?>> known = new LinkedHashMap<>();
    for (Class<?> kind : sealed.getPermittedSubclasses()) {
      known.put(kind.getSimpleName(), kind);
    }
    String at = join(path, TYPE);
    String name = (String) read(String.class, object.get(TYPE), at, Limits.NONE);
    Class<?> kind = known.get(name);
    if (kind == null) {
      throw unknown(at, name, List.copyOf(known.keySet()));
    }
    return record(kind, object, path, Limits.NONE);
  }

  private Object record(Class<?> type, JsonElement json, String path, Limits limits)
      throws JsonFault {
    Shape shape = Shape.of(type);
    List<RecordComponent> components = shape.components();
    Object[] values = new Object[components.size()];
    if (shape.isWrapper()) {
      values[0] = read(components.get(0).getGenericType(), json, path, limits);
    } else if (json instanceof JsonObject object) {
      refuseUnknown(type, object, path);
      for (int i = 0; i < values.length; i++) {
        values[i] = component(components.get(i), object, path);
      }
    } else {
      throw fault(path, "an object", Expected.found(json));
    }
    try {
      return shape.create(values);
    } catch (IllegalArgumentException e) {
      throw new JsonFault(source, path, String.valueOf(e.getMessage()));
    }
  }

  private Object component(RecordComponent component, JsonObject object, String path)
      throws JsonFault {
    JsonElement json = object.get(component.getName());
    if (json == null && component.getType() == Optional.class) {
      return Optional.empty();
    }
    return read(
        component.getGenericType(), json, join(path, component.getName()), Limits.of(component));
  }

  private void refuseUnknown(Class<?> type, JsonObject object, String path) throws JsonFault {
    TreeSet<String> known = new TreeSet<>();
    Shape.of(type).components().forEach(component -> known.add(component.getName()));
    if (sealedParent(type).isPresent()) {
      known.add(TYPE);
    }
    for (String name : object.keySet()) {
      if (!known.contains(name)) {
        String meant =
            Nearest.to(name, known)
                .map(near -> "perhaps \"" + near + "\" is meant")
                .orElse("known are " + String.join(", ", known));
        throw new JsonFault(source, join(path, name), "there is no such field, " + meant);
      }
    }
  }

  private JsonFault unknown(String path, String found, List<String> known) {
    String meant = Nearest.to(found, known).map(near -> " (perhaps \"" + near + "\")").orElse("");
    return fault(path, "one of " + String.join(", ", known), Expected.quoted(found) + meant);
  }

  private JsonFault fault(String path, String expected, String found) {
    return new JsonFault(source, path, "expected " + expected + ", found " + found);
  }

  private static String join(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
