package anima.brain.llm.model;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * The tensors of a model by their Hugging Face names, whatever files hold them. The places of all
 * were checked; no values were read. Immutable; any thread.
 */
public interface TensorSource {
  /** The file or folder, named in errors. */
  Path path();

  Set<String> names();

  Optional<StoredTensor> find(String name);
}
