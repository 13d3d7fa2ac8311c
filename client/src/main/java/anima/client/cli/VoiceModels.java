package anima.client.cli;

import anima.client.local.FailureException;
import anima.client.local.Home;
import anima.voice.SpokenLanguage;
import anima.voice.VoiceException;
import anima.voice.model.InstallListener;
import anima.voice.model.VoiceModel;
import anima.voice.model.VoiceModelStore;
import anima.voice.vosk.ModelFolder;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the voice model that was asked for: a folder, or a published one by its name. */
final class VoiceModels {
  private final PrintStream out;
  private final SpokenLanguage language;

  VoiceModels(PrintStream out, SpokenLanguage language) {
    this.out = out;
    this.language = language;
  }

  /** The folder of the model; a named one is fetched from its publisher the first time. */
  Path find(String folderOrName) throws FailureException {
    Path folder = Path.of(folderOrName);
    if (Files.isDirectory(folder)) {
      return folder;
    }
    if (folder.getNameCount() > 1 || folder.isAbsolute()) {
      throw new FailureException("There is no folder " + folder + " with a voice model.");
    }
    try {
      VoiceModel model = VoiceModel.named(folderOrName);
      VoiceModelStore store =
          new VoiceModelStore(Home.folder().resolve("voice-models"), ModelFolder::check);
      Optional<Path> installed = store.installed(model);
      return installed.isPresent() ? installed.get() : install(store, model);
    } catch (VoiceException failure) {
      throw new FailureException(failure.sentence(language));
    }
  }

  private Path install(VoiceModelStore store, VoiceModel model) throws VoiceException {
    out.printf(
        "Fetching %s from %s (about %d MB, licence %s) …%n",
        model.name(), model.address().getHost(), model.megabytes(), model.licence());
    return store.install(model, new Progress(), () -> false);
  }

  /** Tells each tenth of the way. */
  private final class Progress implements InstallListener {
    private long tenths = -1;

    @Override
    public void progress(long doneBytes, long totalBytes) {
      long now = totalBytes > 0 ? 10 * doneBytes / totalBytes : doneBytes >> 22;
      if (now > tenths) {
        tenths = now;
        out.printf("  %.1f MB%n", doneBytes / 1e6);
      }
    }

    @Override
    public void unpacking() {
      out.println("  unpacking …");
    }

    @Override
    public void pinned(String sha256) {
      out.println("  The publisher states no hash; this one is kept: SHA-256 " + sha256);
    }
  }
}
