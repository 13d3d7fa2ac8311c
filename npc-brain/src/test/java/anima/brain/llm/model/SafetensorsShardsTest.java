package anima.brain.llm.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import anima.world.Language;
import com.google.gson.JsonObject;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SafetensorsShardsTest {
  private static final List<String> SHARDS =
      List.of("model-00001-of-00002.safetensors", "model-00002-of-00002.safetensors");

  @TempDir Path temporary;
  private Path whole;
  private Path folder;
  private final JsonObject list = new JsonObject();

  @BeforeEach
  void cut() throws Exception {
    whole = RandomModel.small().write(temporary.resolve("whole"));
    folder = RandomModel.small().write(temporary.resolve("cut"));
    SafetensorsFile file = SafetensorsFile.open(whole.resolve(ModelFolder.WEIGHTS));
    Files.delete(folder.resolve(ModelFolder.WEIGHTS));
    List<SafetensorsWriter> writers = List.of(new SafetensorsWriter(), new SafetensorsWriter());
    List<String> names = new ArrayList<>(file.names());
    for (int i = 0; i < names.size(); i++) {
      StoredTensor tensor = file.find(names.get(i)).orElseThrow();
      int shard = i < names.size() / 2 ? 0 : 1;
      put(writers.get(shard), tensor);
      list.addProperty(tensor.name(), SHARDS.get(shard));
    }
    for (int shard = 0; shard < 2; shard++) {
      writers.get(shard).write(folder.resolve(SHARDS.get(shard)));
    }
    writeList();
  }

  private static void put(SafetensorsWriter writer, StoredTensor tensor) throws ModelException {
    int[] shape = tensor.shape().stream().mapToInt(Math::toIntExact).toArray();
    if (shape.length == 1) {
      writer.floats(tensor.name(), tensor.vector(), shape);
      return;
    }
    ByteBuffer bytes = SafetensorsWriter.littleEndian(Float.BYTES * shape[0] * shape[1]);
    float[] row = new float[shape[1]];
    for (int r = 0; r < shape[0]; r++) {
      tensor.matrix().readFloats(r, row);
      for (float value : row) {
        bytes.putFloat(value);
      }
    }
    writer.add(tensor.name(), TensorType.F32, bytes.flip(), shape);
  }

  private void writeList() throws Exception {
    JsonObject root = new JsonObject();
    root.add("metadata", new JsonObject());
    root.add("weight_map", list);
    Files.writeString(folder.resolve(ModelFolder.WEIGHTS_LIST), root.toString());
  }

  @Test
  void shards_hold_the_same_weights_as_one_file() throws Exception {
    ModelWeights one = ModelFolder.open(whole).weights();
    ModelWeights two = ModelFolder.open(folder).weights();
    for (String name : list.keySet()) {
      if (name.contains("norm")) {
        assertThat(two.vector(name)).containsExactly(one.vector(name));
        continue;
      }
      float[] expected = new float[one.matrix(name).columns];
      float[] actual = new float[expected.length];
      for (int r = 0; r < one.matrix(name).rows; r++) {
        one.matrix(name).readFloats(r, expected);
        two.matrix(name).readFloats(r, actual);
        assertThat(actual).containsExactly(expected);
      }
    }
  }

  @Test
  void a_shard_that_is_missing_is_named() throws Exception {
    Files.delete(folder.resolve(SHARDS.get(1)));
    check(ModelFault.NO_FILE, SHARDS.get(1) + ": the file is missing");
  }

  @Test
  void names_that_lead_out_of_the_folder_are_refused() throws Exception {
    for (String name :
        List.of(
            "../whole/model.safetensors", "/etc/passwd", "a/b.safetensors", "", "..", "x.bin")) {
      list.addProperty(ModelWeights.HEAD, name);
      writeList();
      check(ModelFault.INDEX, "which is no name of a file here");
    }
    list.addProperty(ModelWeights.HEAD, 5);
    writeList();
    check(ModelFault.INDEX, "which is no name of a file here");
  }

  @Test
  void a_list_that_disagrees_with_the_headers_is_refused() throws Exception {
    String moved = list.keySet().iterator().next();
    list.addProperty(moved, SHARDS.get(1));
    writeList();
    check(ModelFault.INDEX, moved + " is not in " + SHARDS.get(1));
    list.remove(moved);
    writeList();
    check(ModelFault.INDEX, moved + " of " + SHARDS.get(0) + " is not in it");
    list.addProperty(moved, SHARDS.get(0));
    list.addProperty("more", SHARDS.get(0));
    writeList();
    check(ModelFault.INDEX, "more is not in " + SHARDS.get(0));
  }

  @Test
  void a_tensor_of_two_shards_is_refused() throws Exception {
    new SafetensorsWriter()
        .floats(ModelWeights.HEAD, new float[4], 4)
        .floats(list.keySet().iterator().next(), new float[4], 4)
        .write(folder.resolve("third.safetensors"));
    list.addProperty(ModelWeights.HEAD, "third.safetensors");
    writeList();
    check(ModelFault.INDEX, " lies in " + SHARDS.get(0) + " and in third.safetensors");
  }

  @Test
  void a_list_that_is_none_is_refused() throws Exception {
    Files.writeString(folder.resolve(ModelFolder.WEIGHTS_LIST), "{\"weight_map\":[]}");
    check(ModelFault.INDEX, "weight_map is missing");
    Files.writeString(folder.resolve(ModelFolder.WEIGHTS_LIST), "{\"weight_map\":{}}");
    check(ModelFault.INDEX, "it names 0 tensors");
    Files.write(folder.resolve(ModelFolder.WEIGHTS_LIST), new byte[(1 << 20) + 1]);
    check(ModelFault.TOO_LARGE, "is larger than 1048576 bytes");
  }

  private void check(ModelFault fault, String says) {
    ModelException thrown =
        catchThrowableOfType(ModelException.class, () -> ModelFolder.open(folder));
    assertThat(thrown).hasMessageContaining(says);
    assertThat(thrown.fault()).isEqualTo(fault);
    assertThat(thrown.in(Language.ZH)).startsWith(folder.toString()).contains("请");
  }
}
