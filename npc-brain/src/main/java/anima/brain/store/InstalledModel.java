package anima.brain.store;

import java.nio.file.Path;

/**
 * A model in the store.
 *
 * @param folder all of it
 */
public record InstalledModel(ModelName name, Path folder, ModelManifest manifest) {
  /** What {@code ModelFolder.open} takes: the folder, or the GGUF file in it. */
  public Path path() {
    for (ModelManifest.Entry file : manifest.files()) {
      if (file.name().endsWith(".gguf")) {
        return folder.resolve(file.name());
      }
    }
    return folder;
  }
}
