package anima.brain.store;

import anima.fetch.FetchException;
import anima.fetch.FetchRequest;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Understands what a person names as a model to add. Immutable; any thread. */
public final class ModelSources {
  private static final Pattern REPOSITORY = Pattern.compile("([^:/]+(?:/[^:/]+)?)(?::(.+))?");

  private final Hub hub;
  private final Optional<String> file;
  private final Optional<String> revision;

  /**
   * Sources at a hub, unless the text says otherwise.
   *
   * @param file GGUF file of the repository, where the text names none
   * @param revision branch, tag or commit, where the text names none
   */
  public ModelSources(Hub hub, Optional<String> file, Optional<String> revision) {
    this.hub = hub;
    this.file = file;
    this.revision = revision;
  }

  /**
   * Reads {@code owner/name}, {@code owner/name:file.gguf}, the address of a page or file at the
   * hub, the address of a GGUF file elsewhere, or a folder or GGUF file on this machine.
   */
  public ModelSource of(String text) throws StoreException {
    if (text.startsWith("https://") || text.startsWith("http://")) {
      return atAddress(text);
    }
    Optional<Path> here = here(text);
    if (here.isPresent()) {
      return LocalSource.of(here.get()).orElseThrow(() -> noName(text));
    }
    Matcher matcher = REPOSITORY.matcher(text);
    if (!matcher.matches()) {
      throw noName(text);
    }
    return atHub(text, matcher.group(1), Optional.ofNullable(matcher.group(2)), Optional.empty());
  }

  private HubSource atHub(
      String text, String repository, Optional<String> ownFile, Optional<String> ownRevision)
      throws StoreException {
    for (String part : repository.split("/", -1)) {
      if (!ModelName.fits(part)) {
        throw noName(text);
      }
    }
    String wanted = ownRevision.or(() -> revision).orElse(HubSource.REVISION_DEFAULT);
    if (!HubSource.isRevision(wanted)) {
      throw noName(wanted);
    }
    return new HubSource(hub, repository, ownFile.or(() -> file), wanted);
  }

  private ModelSource atAddress(String text) throws StoreException {
    URI address;
    try {
      address = FetchRequest.address(text);
    } catch (FetchException e) {
      throw StoreException.of(e);
    }
    if (!String.valueOf(address.getAuthority()).equals(hub.base().getAuthority())) {
      return AddressSource.of(address).orElseThrow(() -> noName(text));
    }
    return atPage(text, List.of(address.getPath().replaceAll("^/+|/+$", "").split("/", -1)));
  }

  /** Pages are {@code /owner/name}, {@code …/tree/revision} and {@code …/blob/revision/file}. */
  private HubSource atPage(String text, List<String> parts) throws StoreException {
    if (parts.size() < 2 || parts.size() == 3) {
      throw noName(text);
    }
    String repository = parts.get(0) + "/" + parts.get(1);
    Optional<String> version = parts.size() > 3 ? Optional.of(parts.get(3)) : Optional.empty();
    Optional<String> path =
        parts.size() > 4 && text.endsWith(".gguf")
            ? Optional.of(String.join("/", parts.subList(4, parts.size())))
            : Optional.empty();
    return atHub(text, repository, path, version);
  }

  /** What is on this machine is meant, if it is there or cannot be a name. */
  private static Optional<Path> here(String text) throws StoreException {
    try {
      Path path = Path.of(text);
      if (!text.isBlank() && Files.exists(path)) {
        return Optional.of(path);
      }
      if (path.isAbsolute() || text.startsWith(".") || text.startsWith("~")) {
        throw new StoreException(StoreFault.UNREADABLE, text, "there is no such folder or file");
      }
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  private static StoreException noName(String text) {
    return new StoreException(StoreFault.NAME, text);
  }
}
