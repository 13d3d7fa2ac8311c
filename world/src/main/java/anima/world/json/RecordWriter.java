package anima.world.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Turns records into JSON; equal records give equal text. */
final class RecordWriter {
  private RecordWriter() {}

  static JsonElement write(Object value) {
    if (value instanceof Number number) {
      return new JsonPrimitive(number);
    } else if (value instanceof String text) {
      return new JsonPrimitive(text);
    } else if (value instanceof Boolean truth) {
      return new JsonPrimitive(truth);
    } else if (value instanceof Enum<?> constant) {
      return new JsonPrimitive(constant.name().toLowerCase(Locale.ROOT));
    } else if (value instanceof List<?> list) {
      JsonArray array = new JsonArray(list.size());
      list.forEach(element -> array.add(write(element)));
      return array;
    } else if (value instanceof Map<?, ?> map) {
      JsonObject object = new JsonObject();
      map.forEach((key, element) -> object.add(key.toString(), write(element)));
      return object;
    } else if (value instanceof Record record) {
      return record(record);
    }
    throw new IllegalArgumentException("no JSON form for " + value.getClass());
  }

  private static JsonElement record(Record record) {
    Shape shape = Shape.of(record.getClass());
    if (shape.isWrapper()) {
      return write(Shape.value(shape.components().get(0), record));
    }
    JsonObject object = new JsonObject();
    if (RecordReader.sealedParent(record.getClass()).isPresent()) {
      object.addProperty(RecordReader.TYPE, record.getClass().getSimpleName());
    }
    for (RecordComponent component : shape.components()) {
      Object value = Shape.value(component, record);
      if (component.isAnnotationPresent(Rgb.class)) {
        object.addProperty(
            component.getName(), String.format(Locale.ROOT, "#%06x", (Integer) value));
      } else if (!(value instanceof Optional<?> optional)) {
        object.add(component.getName(), write(value));
      } else if (optional.isPresent()) {
        object.add(component.getName(), write(optional.get()));
      }
    }
    return object;
  }
}
