package anima.brain.store;

import anima.fetch.Download;
import anima.fetch.FetchException;
import anima.fetch.FetchListener;
import anima.fetch.FetchRequest;
import anima.fetch.FileSize;
import anima.fetch.Patience;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A GGUF file at an address of its own. No token is sent there, and its hash is known only
 * afterwards.
 */
public record AddressSource(URI address, ModelName name) implements ModelSource {
  /** Largest file that is taken from an address that states no size: 1 TiB. */
  private static final long BYTES_MAX = 1L << 40;

  /** Names the model after the host and the file; empty if the address is no GGUF file's. */
  public static Optional<AddressSource> of(URI address) {
    String path = String.valueOf(address.getPath());
    String file = path.substring(path.lastIndexOf('/') + 1);
    String stem = file.replaceAll("\\.gguf$", "");
    String host = String.valueOf(address.getHost());
    return !file.equals(stem) && ModelName.fits(stem) && ModelName.fits(host)
        ? Optional.of(new AddressSource(address, new ModelName(host, stem, Optional.empty())))
        : Optional.empty();
  }

  @Override
  public Offer offer(BooleanSupplier cancelled) throws StoreException {
    try {
      long bytes = FileSize.ask(request());
      OfferedFile file =
          new OfferedFile(name.name() + ".gguf", bytes, Optional.empty(), Optional.empty());
      return new Offer(name, address.toString(), "", "", List.of(file));
    } catch (FetchException e) {
      throw StoreException.of(e);
    }
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
      FetchRequest exact = request().withBytes(file.bytes());
      return new Download(exact, part, listener, cancelled).runInto(target).sha256();
    } catch (FetchException e) {
      throw StoreException.of(e);
    }
  }

  private FetchRequest request() {
    return FetchRequest.of(address, BYTES_MAX).withPatience(Patience.LONG);
  }
}
