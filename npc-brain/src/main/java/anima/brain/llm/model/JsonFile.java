package anima.brain.llm.model;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** A small JSON file with one object, read field by field; every error names file and field. */
final class JsonFile {
  /** Largest file. */
  static final long BYTES_MAX = 1 << 20;

  private final Path path;

  /** What stands before each name in an error: nothing, or the objects around with dots. */
  private final String outer;

  private final JsonObject fields;

  private JsonFile(Path path, String outer, JsonObject fields) {
    this.path = path;
    this.outer = outer;
    this.fields = fields;
  }

  static JsonFile read(Path path) throws ModelException {
    try {
      if (Files.size(path) > BYTES_MAX) {
        throw new ModelException(ModelFault.TOO_LARGE, path, BYTES_MAX);
      }
      JsonReader reader = new JsonReader(new StringReader(Files.readString(path)));
      reader.setStrictness(Strictness.STRICT);
      JsonElement root = JsonParser.parseReader(reader);
      if (!root.isJsonObject()) {
        throw new ModelException(ModelFault.NOT_JSON, path, "it holds no object");
      }
      return new JsonFile(path, "", root.getAsJsonObject());
    } catch (NoSuchFileException e) {
      throw new ModelException(ModelFault.NO_FILE, path);
    } catch (CharacterCodingException e) {
      throw new ModelException(ModelFault.NOT_JSON, path, "it is not UTF-8");
    } catch (IOException e) {
      throw new ModelException(ModelFault.UNREADABLE, path, e);
    } catch (JsonParseException e) {
      throw new ModelException(ModelFault.NOT_JSON, path, firstLine(e));
    }
  }

  private static String firstLine(JsonParseException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse("it ends early");
  }

  Path path() {
    return path;
  }

  /** The field, empty when missing or null. */
  Optional<JsonElement> field(String name) {
    return Optional.ofNullable(fields.get(name)).filter(value -> !value.isJsonNull());
  }

  /** The object inside, without fields when missing or null. */
  JsonFile object(String name) throws ModelException {
    JsonElement value = field(name).orElseGet(JsonObject::new);
    if (value instanceof JsonObject object) {
      return new JsonFile(path, outer + name + ".", object);
    }
    throw setting(name, value, "an object");
  }

  int integer(String name, int min, int max) throws ModelException {
    JsonElement value = field(name).orElseThrow(() -> setting(name, "missing", range(min, max)));
    return integer(name, value, min, max);
  }

  int integer(String name, int min, int max, int absent) throws ModelException {
    Optional<JsonElement> value = field(name);
    return value.isPresent() ? integer(name, value.get(), min, max) : absent;
  }

  int integer(String name, JsonElement value, int min, int max) throws ModelException {
    double number = number(name, value, min, max);
    if (number != Math.rint(number)) {
      throw setting(name, value, range(min, max));
    }
    return (int) number;
  }

  double number(String name, double min, double max) throws ModelException {
    JsonElement value = field(name).orElseThrow(() -> setting(name, "missing", range(min, max)));
    return number(name, value, min, max);
  }

  double number(String name, double min, double max, double absent) throws ModelException {
    Optional<JsonElement> value = field(name);
    return value.isPresent() ? number(name, value.get(), min, max) : absent;
  }

  double number(String name, JsonElement value, double min, double max) throws ModelException {
    if (value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber()) {
      double number = value.getAsDouble();
      if (number >= min && number <= max) {
        return number;
      }
    }
    throw setting(name, value, range(min, max));
  }

  boolean flag(String name, boolean absent) throws ModelException {
    Optional<JsonElement> value = field(name);
    if (value.isEmpty()) {
      return absent;
    }
    if (value.get().isJsonPrimitive() && value.get().getAsJsonPrimitive().isBoolean()) {
      return value.get().getAsBoolean();
    }
    throw setting(name, value.get(), "true or false");
  }

  Optional<String> text(String name) throws ModelException {
    Optional<JsonElement> value = field(name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (value.get().isJsonPrimitive() && value.get().getAsJsonPrimitive().isString()) {
      return Optional.of(value.get().getAsString());
    }
    throw setting(name, value.get(), "a text");
  }

  ModelException setting(String name, Object value, Object wanted) {
    return new ModelException(ModelFault.SETTING, path, outer + name, value, wanted);
  }

  private static String range(double min, double max) {
    return "a number from %s to %s".formatted(plain(min), plain(max));
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }
}
