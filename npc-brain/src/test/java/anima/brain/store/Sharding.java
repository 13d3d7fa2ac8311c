package anima.brain.store;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Splits {@code model.safetensors} of a folder into two files and their list. */
final class Sharding {
  private static final String INDEX = "model.safetensors.index.json";

  private Sharding() {}

  static void split(Path folder) throws IOException {
    Path whole = folder.resolve("model.safetensors");
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(whole)).order(ByteOrder.LITTLE_ENDIAN);
    int headerBytes = Math.toIntExact(bytes.getLong());
    byte[] header = new byte[headerBytes];
    bytes.get(header);
    JsonObject tensors =
        JsonParser.parseString(new String(header, StandardCharsets.UTF_8)).getAsJsonObject();
    tensors.remove("__metadata__");
    JsonObject places = new JsonObject();
    Shard[] shards = {new Shard(1), new Shard(2)};
    int next = 0;
    for (Map.Entry<String, JsonElement> tensor : tensors.entrySet()) {
      Shard shard = shards[next++ % 2];
      shard.add(
          tensor.getKey(), tensor.getValue().getAsJsonObject(), bytes.array(), 8 + headerBytes);
      places.addProperty(tensor.getKey(), shard.name);
    }
    for (Shard shard : shards) {
      shard.write(folder);
    }
    JsonObject index = new JsonObject();
    index.add("weight_map", places);
    Files.writeString(folder.resolve(INDEX), index.toString());
    Files.delete(whole);
  }

  private static final class Shard {
    private final String name;
    private final JsonObject header = new JsonObject();
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();

    private Shard(int number) {
      name = "model-%05d-of-00002.safetensors".formatted(number);
    }

    private void add(String tensor, JsonObject entry, byte[] whole, int dataAt) {
      int from = entry.getAsJsonArray("data_offsets").get(0).getAsInt();
      int to = entry.getAsJsonArray("data_offsets").get(1).getAsInt();
      JsonArray offsets = new JsonArray();
      offsets.add(data.size());
      data.write(whole, dataAt + from, to - from);
      offsets.add(data.size());
      JsonObject moved = entry.deepCopy();
      moved.add("data_offsets", offsets);
      header.add(tensor, moved);
    }

    private void write(Path folder) throws IOException {
      byte[] json = header.toString().getBytes(StandardCharsets.UTF_8);
      ByteBuffer file =
          ByteBuffer.allocate(8 + json.length + data.size()).order(ByteOrder.LITTLE_ENDIAN);
      file.putLong(json.length).put(json).put(data.toByteArray());
      Files.write(folder.resolve(name), file.array());
    }
  }
}
