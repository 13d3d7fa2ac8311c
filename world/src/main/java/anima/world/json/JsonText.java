package anima.world.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;

/** Reads text as strict JSON (RFC 8259): bounded in size and depth, no name twice. */
final class JsonText {
  private static final int DEPTH_MAX = 32;
  private static final int PATH_LENGTH_MAX = 60;

  private final String source;
  private final JsonReader reader;

  private JsonText(String source, JsonReader reader) {
    this.source = source;
    this.reader = reader;
  }

  static JsonElement parse(String source, String text, int charactersMax) throws JsonFault {
    if (text.length() > charactersMax) {
      throw new JsonFault(
          source, "", "expected at most " + charactersMax + " characters, found " + text.length());
    }
    JsonReader reader = new JsonReader(new StringReader(text));
    reader.setStrictness(Strictness.STRICT);
    reader.setNestingLimit(DEPTH_MAX);
    try {
      JsonElement element = new JsonText(source, reader).element();
      if (reader.peek() != JsonToken.END_DOCUMENT) {
        throw new JsonFault(source, "", "expected the end of the text after the first value");
      }
      return element;
    } catch (EOFException e) {
      throw new JsonFault(source, path(reader), "expected more, but the text ends here");
    } catch (MalformedJsonException | NumberFormatException e) {
      throw new JsonFault(source, path(reader), "expected well-formed JSON, " + firstLine(e));
    } catch (IOException e) {
      throw new JsonFault(source, path(reader), "cannot be read: " + firstLine(e));
    }
  }

  private JsonElement element() throws IOException, JsonFault {
    return switch (reader.peek()) {
      case BEGIN_OBJECT -> object();
      case BEGIN_ARRAY -> array();
      case STRING -> new JsonPrimitive(reader.nextString());
      case NUMBER -> JsonParser.parseString(reader.nextString());
      case BOOLEAN -> new JsonPrimitive(reader.nextBoolean());
      case NULL -> {
        reader.nextNull();
        yield JsonNull.INSTANCE;
      }
      case END_ARRAY, END_OBJECT, NAME, END_DOCUMENT ->
          throw new JsonFault(source, path(reader), "expected a value");
    };
  }

  private JsonObject object() throws IOException, JsonFault {
    JsonObject object = new JsonObject();
    reader.beginObject();
    while (reader.hasNext()) {
      String name = reader.nextName();
      if (object.has(name)) {
        throw new JsonFault(source, path(reader), "expected each name once, found it twice");
      }
      object.add(name, element());
    }
    reader.endObject();
    return object;
  }

  private JsonArray array() throws IOException, JsonFault {
    JsonArray array = new JsonArray();
    reader.beginArray();
    while (reader.hasNext()) {
      array.add(element());
    }
    reader.endArray();
    return array;
  }

  private static String path(JsonReader reader) {
    String path = reader.getPath();
    if (path.length() > PATH_LENGTH_MAX) {
      path = path.substring(0, PATH_LENGTH_MAX) + "…";
    }
    return path.startsWith("$.") ? path.substring(2) : path.substring(1);
  }

  /** The library's message, without the path and the lines that refer to the library's pages. */
  private static String firstLine(Exception e) {
    String line = String.valueOf(e.getMessage()).lines().findFirst().orElse("unreadable");
    return line.replaceFirst(" path \\$.*", "");
  }
}
