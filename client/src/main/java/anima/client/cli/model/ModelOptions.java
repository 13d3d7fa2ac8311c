package anima.client.cli.model;

import anima.brain.store.ModelStore;
import anima.client.local.FailureException;
import anima.client.local.Home;
import anima.world.Language;
import java.time.InstantSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What all commands about models share: the store, and the language they speak. */
final class ModelOptions {
  @Option(
      names = "--language",
      paramLabel = "en|zh",
      description = {"Language of what is told (default: the system's).", "输出所用的语言（默认：系统语言）。"})
  private @Nullable String language;

  /** The language that was asked for, else the system's. */
  Words words() throws FailureException {
    String code = language == null ? Locale.getDefault().getLanguage() : language;
    for (Language known : Language.values()) {
      if (known.code().equalsIgnoreCase(code)) {
        return new Words(known);
      }
    }
    if (language != null) {
      throw new FailureException("There is no language '" + language + "'; choose en or zh.");
    }
    return new Words(Language.EN);
  }

  ModelStore store() {
    return new ModelStore(Home.folder().resolve("models"), InstantSource.system());
  }
}
