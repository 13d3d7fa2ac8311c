package anima.brain.store;

import anima.fetch.Credential;
import anima.fetch.FetchException;
import anima.fetch.FetchRequest;
import anima.fetch.Patience;
import anima.fetch.SmallText;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A hub of models that speaks the HTTP API of Hugging Face (source: huggingface.co/docs/hub/api).
 * Immutable; any thread.
 */
public final class Hub {
  private static final String DEFAULT = "https://huggingface.co";

  /** Largest answer; the longest lists of files stay below 10 MB. */
  private static final int ANSWER_BYTES_MAX = 32 << 20;

  private final URI base;
  private final Optional<Credential> credential;
  private final Patience patience;

  private Hub(URI base, Optional<Credential> credential, Patience patience) {
    this.base = base;
    this.credential = credential;
    this.patience = patience;
  }

  /**
   * The hub that the user means: the address given, else {@code HF_ENDPOINT}, else Hugging Face.
   * {@code HF_TOKEN} is sent to that hub only.
   */
  public static Hub of(Optional<String> address, Map<String, String> environment)
      throws StoreException {
    String text = address.orElse(environment.getOrDefault("HF_ENDPOINT", "").strip());
    String token = environment.getOrDefault("HF_TOKEN", "").strip();
    try {
      URI base = FetchRequest.address((text.isEmpty() ? DEFAULT : text).replaceAll("/+$", ""));
      return new Hub(
          base,
          token.isEmpty() ? Optional.empty() : Optional.of(new Credential(base, token)),
          Patience.LONG);
    } catch (FetchException e) {
      throw StoreException.of(e);
    }
  }

  Hub withPatience(Patience other) {
    return new Hub(base, credential, other);
  }

  URI base() {
    return base;
  }

  /** The list of a model's files at a revision. */
  HubListing list(String repository, String revision, BooleanSupplier cancelled)
      throws StoreException {
    URI address =
        URI.create(
            base
                + "/api/models/"
                + repository
                + "/revision/"
                + revision.replace("/", "%2F")
                + "?blobs=true");
    try {
      String answer = SmallText.fetch(request(address, ANSWER_BYTES_MAX), cancelled);
      return HubListing.parse(base.toString(), repository, answer);
    } catch (FetchException e) {
      throw refused(e, repository, revision);
    }
  }

  /** How to fetch one file at a commit. */
  FetchRequest file(String repository, String commit, OfferedFile file) {
    StringBuilder address = new StringBuilder();
    address.append(base).append('/').append(repository).append("/resolve/").append(commit);
    for (String part : file.path().split("/", -1)) {
      address.append('/').append(UrlPart.encode(part));
    }
    return request(URI.create(address.toString()), file.bytes())
        .withBytes(file.bytes())
        .withSha256(file.sha256());
  }

  private FetchRequest request(URI address, long bytesMax) {
    return FetchRequest.of(address, bytesMax).withCredential(credential).withPatience(patience);
  }

  StoreException refused(FetchException failure, String repository, String revision) {
    return switch (failure.status()) {
      case 401, 403 ->
          new StoreException(
              credential.isPresent() ? StoreFault.TOKEN_REFUSED : StoreFault.TOKEN_NEEDED,
              base,
              repository,
              failure.status());
      case 404 -> new StoreException(StoreFault.NOT_AT_HUB, base, repository, revision);
      default -> StoreException.of(failure);
    };
  }
}
