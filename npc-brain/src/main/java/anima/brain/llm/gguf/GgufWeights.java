package anima.brain.llm.gguf;

import anima.brain.llm.model.StoredTensor;
import anima.brain.llm.model.TensorSource;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The weights of a GGUF file under their Hugging Face names. Immutable; any thread. */
final class GgufWeights implements TensorSource {
  private final Path path;
  private final Map<String, StoredTensor> tensors = new LinkedHashMap<>();

  /**
   * Names the tensors.
   *
   * @param turnedHeadSize width of the heads of query and key, when their rows have the order of
   *     neighbouring pairs; else 0
   */
  GgufWeights(GgufFile file, int turnedHeadSize) {
    this.path = file.path();
    for (GgufEntry entry : file.entries().values()) {
      if (!entry.name().equals(GgufNames.ROTARY_FACTORS)) {
        String name = GgufNames.original(entry.name());
        int turned = GgufNames.makesPairs(entry.name()) ? turnedHeadSize : 0;
        tensors.put(name, new GgufTensor(file, entry, name, turned));
      }
    }
  }

  @Override
  public Path path() {
    return path;
  }

  @Override
  public Set<String> names() {
    return Collections.unmodifiableSet(tensors.keySet());
  }

  @Override
  public Optional<StoredTensor> find(String name) {
    return Optional.ofNullable(tensors.get(name));
  }
}
