package anima.brain.memory;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Memories as JSON. */
final class MemoryCodec {
  private static final int VERSION = 1;
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private MemoryCodec() {}

  static String write(List<Memory> memories) {
    JsonArray array = new JsonArray();
    memories.forEach(memory -> array.add(write(memory)));
    JsonObject file = new JsonObject();
    file.addProperty("version", VERSION);
    file.add("memories", array);
    return GSON.toJson(file);
  }

  static List<Memory> read(String json) throws DamagedException {
    try {
      JsonObject file = JsonParser.parseString(json).getAsJsonObject();
      int version = file.get("version").getAsInt();
      if (version != VERSION) {
        throw new DamagedException("it is of version " + version + ", not " + VERSION);
      }
      List<Memory> memories = new ArrayList<>();
      for (JsonElement element : file.getAsJsonArray("memories")) {
        memories.add(read(element.getAsJsonObject()));
      }
      return memories;
    } catch (JsonParseException notJson) {
      throw new DamagedException("it is not JSON");
    } catch (IllegalStateException
        | IllegalArgumentException
        | NullPointerException
        | ClassCastException
        | UnsupportedOperationException wrong) {
      // What Gson throws for a member that is missing or of another type.
      throw new DamagedException("a member is missing or of the wrong type");
    }
  }

  private static JsonObject write(Memory memory) {
    JsonObject object = new JsonObject();
    object.addProperty("kind", memory.kind().name());
    object.addProperty("person", memory.person());
    object.addProperty("text", memory.text());
    memory.whom().ifPresent(whom -> object.addProperty("whom", whom));
    memory.where().ifPresent(where -> object.addProperty("where", where));
    memory.hour().ifPresent(hour -> object.addProperty("hour", hour));
    object.addProperty("tick", memory.tick());
    object.addProperty("done", memory.done());
    return object;
  }

  private static Memory read(JsonObject object) {
    return new Memory(
        Kind.valueOf(object.get("kind").getAsString()),
        object.get("person").getAsString(),
        object.get("text").getAsString(),
        optional(object, "whom"),
        optional(object, "where"),
        object.has("hour")
            ? OptionalDouble.of(object.get("hour").getAsDouble())
            : OptionalDouble.empty(),
        object.get("tick").getAsLong(),
        object.get("done").getAsBoolean());
  }

  private static Optional<String> optional(JsonObject object, String name) {
    return object.has(name) ? Optional.of(object.get(name).getAsString()) : Optional.empty();
  }
}
