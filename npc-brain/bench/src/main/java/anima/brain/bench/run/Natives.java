package anima.brain.bench.run;

import anima.brain.bench.llamacpp.LlamaNatives;
import anima.brain.bench.llamacpp.LlamaPackage;
import anima.fetch.FetchException;
import anima.fetch.FetchListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Where llama.cpp's natives come from. */
@FunctionalInterface
interface Natives {
  /** The folder, once they are there. */
  Path folder() throws NotAvailableException;

  /** Those in a cache folder, fetched the first time that they are asked for. */
  static Natives cached(Path cacheFolder, Consumer<String> progress) {
    return () -> {
      String system = System.getProperty("os.name");
      String processor = System.getProperty("os.arch");
      LlamaPackage wanted =
          LlamaPackage.of(system, processor)
              .orElseThrow(
                  () ->
                      new NotAvailableException(
                          "there are no natives for %s on %s".formatted(system, processor)));
      LlamaNatives natives = new LlamaNatives(wanted, cacheFolder);
      if (natives.present().isEmpty()) {
        progress.accept("fetching llama.cpp %s".formatted(wanted.release()));
      }
      try {
        return natives.fetch(FetchListener.NONE, () -> false);
      } catch (IOException | FetchException e) {
        throw new NotAvailableException(String.valueOf(e.getMessage()));
      }
    };
  }
}
