package anima.brain.store;

import anima.brain.llm.model.ModelException;
import anima.brain.llm.model.ModelFolder;
import anima.fetch.FetchException;
import anima.fetch.FetchListener;
import anima.fetch.FreeRoom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Gathers the files of a model beside its place. What arrived before a kill is used again if its
 * hash is right. Owned by the thread that holds the model's lock.
 */
final class Staging {
  private final Path folder;
  private final ModelSource source;
  private final Offer offer;
  private final AddListener listener;
  private final BooleanSupplier cancelled;
  private long doneBytes;

  Staging(
      Path folder,
      ModelSource source,
      Offer offer,
      AddListener listener,
      BooleanSupplier cancelled) {
    this.folder = folder;
    this.source = source;
    this.offer = offer;
    this.listener = listener;
    this.cancelled = cancelled;
  }

  /** Brings all files and checks that they are a model that can be run here. */
  List<ModelManifest.Entry> gather() throws IOException, StoreException {
    Files.createDirectories(folder);
    checkRoom();
    List<ModelManifest.Entry> entries = new ArrayList<>();
    for (OfferedFile file : inOrder()) {
      String hash = bring(file);
      entries.add(new ModelManifest.Entry(file.name(), file.bytes(), hash));
      doneBytes += file.bytes();
      listener.progress(doneBytes, offer.bytes());
      if (file.name().equals(FileChoice.CONFIG)) {
        check(() -> ModelFolder.readConfig(folder));
      }
    }
    checkWhole();
    entries.sort(Comparator.comparing(ModelManifest.Entry::name));
    return entries;
  }

  /**
   * The shape first, so that a foreign one is told before gigabytes are fetched; the weights last.
   */
  private List<OfferedFile> inOrder() {
    List<OfferedFile> files = new ArrayList<>(offer.files());
    files.sort(
        Comparator.comparing((OfferedFile file) -> !file.name().equals(FileChoice.CONFIG))
            .thenComparingLong(OfferedFile::bytes));
    return files;
  }

  private void checkRoom() throws IOException, StoreException {
    long missing = offer.bytes();
    for (OfferedFile file : offer.files()) {
      for (Path there : List.of(target(file), part(file))) {
        missing -= Files.exists(there) ? Math.min(file.bytes(), Files.size(there)) : 0;
      }
    }
    try {
      FreeRoom.check(folder, missing);
    } catch (FetchException e) {
      throw StoreException.of(e);
    }
  }

  private Path target(OfferedFile file) {
    return folder.resolve(file.name());
  }

  private Path part(OfferedFile file) {
    return folder.resolve(file.name() + ".part");
  }

  private String bring(OfferedFile file) throws IOException, StoreException {
    Optional<String> there = alreadyThere(file);
    if (there.isPresent()) {
      return there.get();
    }
    String hash = source.bring(offer, file, part(file), target(file), following(), cancelled);
    if (file.gitSha1().isPresent()) {
      checkGit(file, file.gitSha1().get());
    }
    return hash;
  }

  /** Adds what was done before. */
  private FetchListener following() {
    long before = doneBytes;
    return (done, total) -> listener.progress(before + done, offer.bytes());
  }

  private void checkGit(OfferedFile file, String expected) throws IOException, StoreException {
    String actual = Digests.git(target(file));
    if (!actual.equals(expected)) {
      Files.delete(target(file));
      throw new StoreException(StoreFault.FOREIGN, file.name(), actual, expected);
    }
  }

  /** The hash of a file of an earlier try that is the one on offer. */
  private Optional<String> alreadyThere(OfferedFile file) throws IOException {
    Path target = target(file);
    if (!Files.exists(target) || Files.size(target) != file.bytes()) {
      return Optional.empty();
    }
    boolean known = file.gitSha1().isPresent() && file.gitSha1().get().equals(Digests.git(target));
    if (!known && file.sha256().isEmpty()) {
      return Optional.empty();
    }
    Optional<String> hash = HashedCopy.hash(target, following(), cancelled);
    return known || hash.equals(file.sha256()) ? hash : Optional.empty();
  }

  private void checkWhole() throws IOException, StoreException {
    List<OfferedFile> files = offer.files();
    boolean gguf = files.size() == 1 && FileChoice.isGguf(files.get(0));
    check(() -> ModelFolder.open(gguf ? target(files.get(0)) : folder));
  }

  private interface Reading {
    Object read() throws ModelException;
  }

  /** What cannot be run is not kept: fetching it again would bring the same. */
  private void check(Reading reading) throws IOException, StoreException {
    try {
      reading.read();
    } catch (ModelException unfit) {
      FolderTree.delete(folder);
      throw StoreException.of(unfit);
    }
  }
}
