package anima.brain.store;

import anima.fetch.FetchListener;
import anima.world.json.Nearest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * The user's folder of models: {@code owner/name/}, each with an {@link ModelManifest#FILE}. A
 * model appears in it whole or not at all. Any thread; one adding or removing of a model at a time,
 * also among several programs.
 */
public final class ModelStore {
  /** Largest model: 1 TiB. */
  private static final long MODEL_BYTES_MAX = 1L << 40;

  /** Most entries of a folder that are looked at. */
  private static final int ENTRIES_MAX = 10_000;

  private static final String ADDING = ".adding";
  private static final String REMOVING = ".removing";

  private final Path root;
  private final InstantSource clock;

  /**
   * The models in a folder, which need not exist yet.
   *
   * @param clock tells when a model was added
   */
  public ModelStore(Path root, InstantSource clock) {
    this.root = root.toAbsolutePath().normalize();
    this.clock = clock;
  }

  /** The names of all models, in order. */
  public List<ModelName> list() throws StoreException {
    List<ModelName> names = new ArrayList<>();
    try {
      for (Path owner : folders(root)) {
        for (Path folder : folders(owner)) {
          if (Files.exists(folder.resolve(ModelManifest.FILE))) {
            ModelName.ofFolder(name(owner), name(folder)).ifPresent(names::add);
          }
        }
      }
    } catch (IOException e) {
      throw new StoreException(StoreFault.UNREADABLE, root, e.getClass().getSimpleName());
    }
    return names;
  }

  private static List<Path> folders(Path parent) throws IOException {
    if (!Files.isDirectory(parent)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(parent)) {
      return children
          .limit(ENTRIES_MAX)
          .filter(child -> !name(child).startsWith(".") && Files.isDirectory(child))
          .sorted()
          .toList();
    }
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  /** The model's note; a damaged one is told. */
  public InstalledModel open(ModelName name) throws StoreException {
    Path folder = place(name);
    if (!Files.exists(folder.resolve(ModelManifest.FILE))) {
      throw new StoreException(StoreFault.UNKNOWN, name);
    }
    return new InstalledModel(name, folder, ModelManifest.read(folder));
  }

  /** Finds a model by its whole name, or by as much of it as names one alone. */
  public ModelName find(String text) throws StoreException {
    List<ModelName> all = list();
    String wanted = text.toLowerCase(Locale.ROOT);
    List<ModelName> meant = new ArrayList<>();
    for (ModelName name : all) {
      if (name.toString().equals(text)) {
        return name;
      }
      List<String> forms = List.of(name.toString(), name.repository(), name.name());
      if (forms.stream().anyMatch(form -> form.toLowerCase(Locale.ROOT).equals(wanted))) {
        meant.add(name);
      }
    }
    if (meant.size() == 1) {
      return meant.get(0);
    }
    if (!meant.isEmpty()) {
      String names = String.join(", ", meant.stream().map(ModelName::toString).toList());
      throw new StoreException(StoreFault.AMBIGUOUS, text, names);
    }
    throw unknown(text, all);
  }

  /** Whoever left the owner out is compared with names alone. */
  private static StoreException unknown(String text, List<ModelName> all) {
    boolean bare = text.indexOf('/') < 0;
    List<String> forms = all.stream().map(name -> bare ? name.name() : name.toString()).toList();
    Optional<String> near = Nearest.to(text, forms);
    return near.isPresent()
        ? new StoreException(StoreFault.UNKNOWN_NEAR, text, all.get(forms.indexOf(near.get())))
        : new StoreException(StoreFault.UNKNOWN, text);
  }

  /**
   * Adds a model unless it is there. Blocks for as long as the download takes; after a kill or a
   * cancel the next call goes on where this one was.
   *
   * @param cancelled asked while bytes arrive; what has arrived is kept
   */
  public InstalledModel add(ModelSource source, AddListener listener, BooleanSupplier cancelled)
      throws StoreException {
    Offer offer = source.offer(cancelled);
    ModelName name = offer.name();
    if (Files.exists(place(name).resolve(ModelManifest.FILE))) {
      return open(name);
    }
    if (offer.bytes() > MODEL_BYTES_MAX) {
      throw new StoreException(
          StoreFault.TOO_LARGE, name, offer.bytes() >> 20, MODEL_BYTES_MAX >> 20);
    }
    if (!listener.agrees(offer)) {
      throw new StoreException(StoreFault.DECLINED, name);
    }
    try {
      return StoreLock.holding(
          lockFile(name),
          name,
          () ->
              Files.exists(place(name).resolve(ModelManifest.FILE))
                  ? open(name)
                  : addLocked(source, offer, listener, cancelled));
    } catch (IOException e) {
      throw StoreException.unwritable(root, e);
    }
  }

  private InstalledModel addLocked(
      ModelSource source, Offer offer, AddListener listener, BooleanSupplier cancelled)
      throws IOException, StoreException {
    ModelName name = offer.name();
    Path staging = root.resolve(ADDING).resolve(name.owner()).resolve(name.folder());
    List<ModelManifest.Entry> files =
        new Staging(staging, source, offer, listener, cancelled).gather();
    String added = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    ModelManifest manifest =
        new ModelManifest(offer.source(), offer.revision(), offer.licence(), files, added);
    dropStrangers(staging, manifest);
    manifest.write(staging);
    Path place = place(name);
    Files.createDirectories(place.getParent());
    Files.move(staging, place, StandardCopyOption.ATOMIC_MOVE);
    return new InstalledModel(name, place, manifest);
  }

  /** An earlier try may have been for another revision with other files. */
  private static void dropStrangers(Path staging, ModelManifest manifest) throws IOException {
    List<String> own = manifest.files().stream().map(ModelManifest.Entry::name).toList();
    try (Stream<Path> children = Files.list(staging)) {
      for (Path child : children.toList()) {
        if (!own.contains(name(child))) {
          Files.delete(child);
        }
      }
    }
  }

  /** Removes a model, a damaged one too. */
  public void remove(ModelName name) throws StoreException {
    try {
      StoreLock.holding(lockFile(name), name, () -> removeLocked(name));
    } catch (IOException e) {
      throw StoreException.unwritable(place(name), e);
    }
  }

  /** Takes it away at once and deletes it then: a model is never half there. */
  private Path removeLocked(ModelName name) throws IOException, StoreException {
    Path place = place(name);
    if (!Files.isDirectory(place)) {
      throw new StoreException(StoreFault.UNKNOWN, name);
    }
    Path away = root.resolve(REMOVING).resolve(name.owner() + "+" + name.folder());
    Files.createDirectories(away.getParent());
    FolderTree.delete(away);
    Files.move(place, away, StandardCopyOption.ATOMIC_MOVE);
    FolderTree.delete(away);
    return place;
  }

  /**
   * Reads all files of a model again.
   *
   * @return the names of those that are not what was added; empty if all are
   */
  public List<String> verify(InstalledModel model, AddListener listener, BooleanSupplier cancelled)
      throws StoreException {
    List<String> changed = new ArrayList<>();
    long done = 0;
    for (ModelManifest.Entry file : model.manifest().files()) {
      long before = done;
      FetchListener follow =
          (bytes, total) -> listener.progress(before + bytes, model.manifest().bytes());
      try {
        Path path = model.folder().resolve(file.name());
        boolean same =
            Files.isRegularFile(path)
                && Files.size(path) == file.bytes()
                && HashedCopy.hash(path, follow, cancelled).equals(Optional.of(file.sha256()));
        if (!same) {
          changed.add(file.name());
        }
      } catch (IOException e) {
        changed.add(file.name());
      }
      done += file.bytes();
    }
    return changed;
  }

  private Path place(ModelName name) {
    return root.resolve(name.owner()).resolve(name.folder());
  }

  private Path lockFile(ModelName name) {
    return root.resolve(ADDING).resolve(name.owner() + "+" + name.folder() + ".lock");
  }
}
