package anima.client.cli;

import anima.client.local.FailureException;
import anima.client.local.Home;
import anima.client.local.LocalOptions;
import anima.client.local.Places;
import anima.world.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of all commands that run a world. */
final class WorldOptions {
  @Option(
      names = "--world",
      paramLabel = "DIR",
      description = "Folder of the world and its log (default: ~/.anima/worlds/haven).")
  @Nullable Path world;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of a new world's weather and of its minds' choices (default: 1).")
  long seed = 1;

  @Option(
      names = "--language",
      paramLabel = "en|zh",
      description = "Language of the program and of what minds say unasked.")
  @Nullable String language;

  /** The folder, made and writable. */
  Path folder() throws FailureException {
    Path folder = world != null ? world : Home.folder().resolve("worlds").resolve("haven");
    try {
      Files.createDirectories(folder);
    } catch (IOException failure) {
      throw new FailureException(
          "The folder " + folder + " cannot be made; name one that is yours with --world.");
    }
    if (!Files.isWritable(folder)) {
      throw new FailureException(
          "There is no permission to write in " + folder + "; name a folder with --world.");
    }
    Logs.to(folder);
    return folder;
  }

  /** The language that was asked for, else the system's. */
  Language language() throws FailureException {
    if (language == null) {
      return Locale.getDefault().getLanguage().equals("zh") ? Language.ZH : Language.EN;
    }
    for (Language known : Language.values()) {
      if (known.code().equalsIgnoreCase(language)) {
        return known;
      }
    }
    throw new FailureException("There is no language '" + language + "'; choose en or zh.");
  }

  LocalOptions local(Optional<List<String>> minds) throws FailureException {
    Path folder = folder();
    return new LocalOptions(folder, Places.of(folder), minds, language(), seed);
  }
}
