package anima.brain.store;

import anima.fetch.Download;
import anima.fetch.FetchException;
import anima.fetch.FetchListener;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A model at a hub.
 *
 * @param repository {@code owner/name}, or a bare name that the hub knows the owner of
 * @param file name or path of the GGUF file to take
 * @param revision a branch, a tag or a commit
 */
public record HubSource(Hub hub, String repository, Optional<String> file, String revision)
    implements ModelSource {
  public static final String REVISION_DEFAULT = "main";

  public HubSource {
    if (!isRevision(revision)) {
      throw new IllegalArgumentException("unfit revision: " + revision);
    }
  }

  static boolean isRevision(String text) {
    return text.matches("[A-Za-z0-9][A-Za-z0-9._/-]{0,99}") && !text.contains("..");
  }

  @Override
  public Offer offer(BooleanSupplier cancelled) throws StoreException {
    HubListing listing = hub.list(repository, revision, cancelled);
    List<OfferedFile> files = new FileChoice(repository, listing.files()).choose(file);
    ModelName name = name(listing);
    boolean gguf = files.size() == 1 && FileChoice.isGguf(files.get(0));
    if (gguf && ModelName.fits(files.get(0).name())) {
      name = name.withFile(files.get(0).name());
    }
    String source = hub.base() + "/" + repository;
    return new Offer(name, source, listing.commit(), listing.licence(), files);
  }

  /** As asked for; the owner of a bare name is the hub's word. */
  private ModelName name(HubListing listing) throws StoreException {
    boolean bare = repository.indexOf('/') < 0;
    Optional<ModelName> name = ModelName.parse(bare ? listing.repository() : repository);
    if (name.isEmpty() || (bare && !name.get().name().equals(repository))) {
      throw new StoreException(StoreFault.NAME, repository);
    }
    return name.get();
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
    try {
      return new Download(hub.file(repository, offer.revision(), file), part, listener, cancelled)
          .runInto(target)
          .sha256();
    } catch (FetchException e) {
      throw hub.refused(e, repository, offer.revision());
    }
  }
}
