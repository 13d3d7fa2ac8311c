package anima.brain.llm.gguf;

import anima.brain.llm.model.ModelException;
import anima.brain.llm.model.ModelFault;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a GGUF file says about its model, key by key; every error names file and key. Values are
 * Long, Double, Boolean, String or {@link GgufArray}. Immutable; any thread.
 */
final class GgufMetadata {
  private final Path file;
  private final Map<String, Object> values;

  GgufMetadata(Path file, Map<String, Object> values) {
    this.file = file;
    this.values = values;
  }

  Path file() {
    return file;
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  int integer(String key, int min, int max) throws ModelException {
    if (!has(key)) {
      throw setting(key, "missing", "a number from %d to %d".formatted(min, max));
    }
    return integer(key, min, max, min);
  }

  int integer(String key, int min, int max, int absent) throws ModelException {
    Object value = values.get(key);
    if (value == null) {
      return absent;
    }
    if (value instanceof Long number && number >= min && number <= max) {
      return number.intValue();
    }
    throw setting(key, value, "a number from %d to %d".formatted(min, max));
  }

  double number(String key, double min, double max, double absent) throws ModelException {
    Object value = values.get(key);
    if (value == null) {
      return absent;
    }
    if (value instanceof Number number
        && number.doubleValue() >= min
        && number.doubleValue() <= max) {
      return number.doubleValue();
    }
    throw setting(key, value, "a number from %s to %s".formatted(min, max));
  }

  boolean flag(String key, boolean absent) throws ModelException {
    Object value = values.get(key);
    if (value == null) {
      return absent;
    }
    if (value instanceof Boolean flag) {
      return flag;
    }
    throw setting(key, value, "true or false");
  }

  Optional<String> text(String key) throws ModelException {
    Object value = values.get(key);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof String text) {
      return Optional.of(text);
    }
    throw setting(key, value, "a text");
  }

  /** An empty list when the key is missing. */
  List<String> texts(String key) throws ModelException {
    return has(key) ? list(key, "a list of texts", GgufValueType.TEXT).texts() : List.of();
  }

  /** An empty array when the key is missing. */
  float[] numbers(String key) throws ModelException {
    return has(key)
        ? list(key, "a list of numbers", GgufValueType.FLOAT32).numbers()
        : new float[0];
  }

  /** An empty array when the key is missing. */
  int[] integers(String key) throws ModelException {
    if (!has(key)) {
      return new int[0];
    }
    GgufValueType stored =
        values.get(key) instanceof GgufArray array && array.type() == GgufValueType.UINT32
            ? GgufValueType.UINT32
            : GgufValueType.INT32;
    return list(key, "a list of whole numbers", stored).integers();
  }

  private GgufArray list(String key, String wanted, GgufValueType type) throws ModelException {
    Object value = values.get(key);
    if (value instanceof GgufArray array && array.type() == type) {
      return array;
    }
    throw setting(key, value == null ? "missing" : value, wanted);
  }

  ModelException setting(String key, Object value, Object wanted) {
    Object shown =
        value instanceof GgufArray array
            ? "a list of %d %s".formatted(array.count(), array.type())
            : value;
    return new ModelException(ModelFault.SETTING, file, key, shown, wanted);
  }
}
