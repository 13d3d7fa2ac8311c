package anima.brain.store;

import anima.fetch.FetchListener;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/** Where a model can come from. Immutable; any thread. */
public sealed interface ModelSource permits HubSource, AddressSource, LocalSource {
  /** Asks what there is; nothing is fetched yet but the list. */
  Offer offer(BooleanSupplier cancelled) throws StoreException;

  /**
   * Brings one file of the offer whole into place, or nothing.
   *
   * @param part where it may gather, and where an earlier try may have left something
   * @return its SHA-256
   */
  String bring(
      Offer offer,
      OfferedFile file,
      Path part,
      Path target,
      FetchListener listener,
      BooleanSupplier cancelled)
      throws StoreException;
}
