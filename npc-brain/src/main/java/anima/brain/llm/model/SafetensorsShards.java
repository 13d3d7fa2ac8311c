package anima.brain.llm.model;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Weights in several safetensors files of one folder, as {@code model.safetensors.index.json} lists
 * them (format: huggingface/transformers). The list and the headers of the files must agree.
 * Immutable; any thread.
 */
final class SafetensorsShards implements TensorSource {
  private static final String WEIGHT_MAP = "weight_map";
  private static final int FILES_MAX = 256;

  /** A plain name: the list cannot lead out of the folder. */
  private static final Pattern FILE_NAME = Pattern.compile("[\\w-][\\w.-]{0,200}\\.safetensors");

  private final Path index;
  private final Map<String, SafetensorsFile> files = new LinkedHashMap<>();

  /** The file of each tensor. */
  private final Map<String, SafetensorsFile> places = new LinkedHashMap<>();

  private SafetensorsShards(Path index) {
    this.index = index;
  }

  static SafetensorsShards open(Path index) throws ModelException {
    SafetensorsShards shards = new SafetensorsShards(index);
    shards.readList(JsonFile.read(index));
    shards.checkHeaders();
    return shards;
  }

  private void readList(JsonFile json) throws ModelException {
    if (!(json.field(WEIGHT_MAP).orElse(null) instanceof JsonObject list)) {
      throw damaged(WEIGHT_MAP + " is missing");
    }
    if (list.isEmpty() || list.size() > SafetensorsHeader.TENSORS_MAX) {
      throw damaged("it names " + list.size() + " tensors");
    }
    for (Map.Entry<String, JsonElement> entry : list.entrySet()) {
      places.put(entry.getKey(), file(entry.getKey(), entry.getValue()));
    }
  }

  private SafetensorsFile file(String tensor, JsonElement value) throws ModelException {
    String name =
        value.isJsonPrimitive() && value.getAsJsonPrimitive().isString() ? value.getAsString() : "";
    SafetensorsFile known = files.get(name);
    if (known != null) {
      return known;
    }
    if (!FILE_NAME.matcher(name).matches()) {
      throw damaged(
          "%s should lie in \"%s\", which is no name of a file here".formatted(tensor, name));
    }
    if (files.size() == FILES_MAX) {
      throw damaged("it names more than " + FILES_MAX + " files");
    }
    Path path = index.resolveSibling(name);
    if (!Files.isRegularFile(path)) {
      throw new ModelException(ModelFault.NO_FILE, path);
    }
    SafetensorsFile file = SafetensorsFile.open(path);
    files.put(name, file);
    return file;
  }

  private void checkHeaders() throws ModelException {
    for (Map.Entry<String, SafetensorsFile> place : places.entrySet()) {
      if (place.getValue().find(place.getKey()).isEmpty()) {
        throw damaged("%s is not in %s".formatted(place.getKey(), name(place.getValue())));
      }
    }
    for (SafetensorsFile file : files.values()) {
      for (String tensor : file.names()) {
        SafetensorsFile place = places.get(tensor);
        if (place == null) {
          throw damaged("%s of %s is not in it".formatted(tensor, name(file)));
        }
        if (place != file) {
          throw damaged("%s lies in %s and in %s".formatted(tensor, name(place), name(file)));
        }
      }
    }
  }

  private static Path name(SafetensorsFile file) {
    return file.path().getFileName();
  }

  private ModelException damaged(String what) {
    return new ModelException(ModelFault.INDEX, index, what);
  }

  @Override
  public Path path() {
    return index;
  }

  @Override
  public Set<String> names() {
    return Collections.unmodifiableSet(places.keySet());
  }

  @Override
  public Optional<StoredTensor> find(String name) {
    return Optional.ofNullable(places.get(name)).flatMap(file -> file.find(name));
  }
}
