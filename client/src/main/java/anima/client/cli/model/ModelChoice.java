package anima.client.cli.model;

import anima.brain.store.InstalledModel;
import anima.brain.store.ModelStore;
import anima.brain.store.StoreException;
import anima.client.local.FailureException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A model that a person named: one of the store's, or a folder or GGUF file.
 *
 * @param title how to call it
 * @param path what {@code ModelFolder.open} takes
 * @param installed if it is the store's
 */
record ModelChoice(String title, Path path, Optional<InstalledModel> installed) {
  static ModelChoice of(String text, ModelStore store, Words words) throws FailureException {
    Optional<Path> here = here(text, words);
    if (here.isPresent()) {
      return new ModelChoice(text, here.get(), Optional.empty());
    }
    try {
      InstalledModel model = store.open(store.find(text));
      return new ModelChoice(model.name().toString(), model.path(), Optional.of(model));
    } catch (StoreException e) {
      throw words.failure(e);
    }
  }

  private static Optional<Path> here(String text, Words words) throws FailureException {
    try {
      Path path = Path.of(text);
      if (Files.exists(path)) {
        return Optional.of(path);
      }
      if (path.isAbsolute() || text.startsWith(".")) {
        throw new FailureException(words.say("There is no folder or file ", "没有这个文件夹或文件：") + path);
      }
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
    return Optional.empty();
  }
}
