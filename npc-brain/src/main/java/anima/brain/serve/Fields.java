package anima.brain.serve;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The fields of a JSON object from a stranger; null counts as absent.
 *
 * @param path where the object stands, for sentences
 */
record Fields(JsonObject json, String path) {
  boolean has(String name) {
    return json.has(name) && !json.get(name).isJsonNull();
  }

  private CallFault wrong(String name, String wanted) {
    return CallFault.invalid("\"" + path + name + "\" must be " + wanted);
  }

  private Optional<JsonPrimitive> primitive(String name) {
    return has(name) && json.get(name) instanceof JsonPrimitive primitive
        ? Optional.of(primitive)
        : Optional.empty();
  }

  boolean isText(String name) {
    return primitive(name).filter(JsonPrimitive::isString).isPresent();
  }

  boolean isFalse(String name) {
    return primitive(name).filter(value -> value.isBoolean() && !value.getAsBoolean()).isPresent();
  }

  String text(String name, String absent) throws CallFault {
    if (!has(name)) {
      return absent;
    }
    return text(json.get(name), path + name);
  }

  static String text(JsonElement value, String path) throws CallFault {
    if (value instanceof JsonPrimitive primitive && primitive.isString()) {
      return primitive.getAsString();
    }
    throw CallFault.invalid("\"" + path + "\" must be a text");
  }

  boolean flag(String name) throws CallFault {
    if (!has(name)) {
      return false;
    }
    return primitive(name)
        .filter(JsonPrimitive::isBoolean)
        .orElseThrow(() -> wrong(name, "true or false"))
        .getAsBoolean();
  }

  double number(String name, double absent) throws CallFault {
    if (!has(name)) {
      return absent;
    }
    return primitive(name)
        .filter(JsonPrimitive::isNumber)
        .orElseThrow(() -> wrong(name, "a number"))
        .getAsDouble();
  }

  int integer(String name, int absent) throws CallFault {
    if (!has(name)) {
      return absent;
    }
    long value = wholeNumber(name);
    if (value != (int) value) {
      throw wrong(name, "a smaller number");
    }
    return (int) value;
  }

  long wholeNumber(String name) throws CallFault {
    double value = number(name, 0);
    try {
      return Long.parseLong(json.get(name).getAsString());
    } catch (NumberFormatException e) {
      // Written with a fraction or an exponent, as 5.0 or 1e3, or too large.
      if (value != Math.rint(value) || Math.abs(value) > 1L << 53) {
        throw wrong(name, "a whole number");
      }
      return (long) value;
    }
  }

  Optional<Fields> object(String name) throws CallFault {
    if (!has(name)) {
      return Optional.empty();
    }
    if (json.get(name) instanceof JsonObject object) {
      return Optional.of(new Fields(object, path + name + "."));
    }
    throw wrong(name, "an object");
  }

  JsonArray array(String name) throws CallFault {
    if (!has(name)) {
      return new JsonArray();
    }
    if (json.get(name) instanceof JsonArray array) {
      return array;
    }
    throw wrong(name, "a list");
  }

  List<Fields> objects(String name) throws CallFault {
    List<Fields> objects = new ArrayList<>();
    for (JsonElement entry : array(name)) {
      if (!(entry instanceof JsonObject object)) {
        throw wrong(name, "a list of objects");
      }
      objects.add(new Fields(object, path + name + "[]."));
    }
    return objects;
  }
}
