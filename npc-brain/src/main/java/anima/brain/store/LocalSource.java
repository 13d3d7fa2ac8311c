package anima.brain.store;

import anima.fetch.FetchListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A model on this machine, a folder or a GGUF file, of which a copy is taken in. */
public record LocalSource(Path path, ModelName name) implements ModelSource {
  private static final String OWNER = "local";
  private static final int FILES_MAX = 20_000;

  /** Names the model after the folder or file; empty if that makes no name. */
  public static Optional<LocalSource> of(Path path) {
    Path whole = path.toAbsolutePath().normalize();
    String last = String.valueOf(whole.getFileName()).replaceAll("\\.gguf$", "");
    String fit = last.replaceAll("[^A-Za-z0-9._-]", "-");
    return ModelName.fits(fit)
        ? Optional.of(new LocalSource(whole, new ModelName(OWNER, fit, Optional.empty())))
        : Optional.empty();
  }

  @Override
  public Offer offer(BooleanSupplier cancelled) throws StoreException {
    try {
      boolean folder = Files.isDirectory(path);
      List<OfferedFile> all = folder ? list() : List.of(file(path));
      List<OfferedFile> chosen = new FileChoice(path.toString(), all).choose(Optional.empty());
      return new Offer(name, path.toString(), "", "", chosen);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private List<OfferedFile> list() throws IOException {
    List<OfferedFile> files = new ArrayList<>();
    try (Stream<Path> children = Files.list(path).filter(Files::isRegularFile)) {
      for (Path child : children.limit(FILES_MAX).sorted().toList()) {
        if (OfferedFile.isSafe(String.valueOf(child.getFileName()))) {
          files.add(file(child));
        }
      }
    }
    return files;
  }

  private static OfferedFile file(Path file) throws IOException {
    return new OfferedFile(
        String.valueOf(file.getFileName()), Files.size(file), Optional.empty(), Optional.empty());
  }

  @Override
  public String bring(
      Offer offer,
      OfferedFile file,
      Path part,
      Path target,
      FetchListener listener,
      BooleanSupplier cancelled)
      throws StoreException {
    Path from = Files.isDirectory(path) ? path.resolve(file.path()) : path;
    try {
      return HashedCopy.of(from, part, target, listener, cancelled)
          .orElseThrow(() -> new StoreException(StoreFault.DECLINED, name));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private StoreException unreadable(IOException e) {
    return new StoreException(
        StoreFault.UNREADABLE, path, e.getClass().getSimpleName() + ": " + e.getMessage());
  }
}
