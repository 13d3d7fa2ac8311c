package anima.brain.store;

import java.util.List;

/**
 * What adding a model would bring, for a person to agree to.
 *
 * @param source where it comes from: an address or a folder
 * @param revision the commit that is fetched; empty where the source has none
 * @param licence as the source states it; empty if it states none
 */
public record Offer(
    ModelName name, String source, String revision, String licence, List<OfferedFile> files) {
  public Offer {
    files = List.copyOf(files);
  }

  public long bytes() {
    return files.stream().mapToLong(OfferedFile::bytes).sum();
  }
}
