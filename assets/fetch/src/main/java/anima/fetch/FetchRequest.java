package anima.fetch;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What to fetch, and what is known of it beforehand.
 *
 * @param credential sent to its own server only
 * @param bytesMax more is refused
 * @param bytes exact size, where the publisher states it
 * @param sha256 in lower-case hexadecimal, where the publisher states it
 * @param unpackedTimes how many times its size must be free besides, because it will be unpacked
 * @param patience how long to wait for a slow or busy server
 */
public record FetchRequest(
    URI address,
    Optional<Credential> credential,
    long bytesMax,
    OptionalLong bytes,
    Optional<String> sha256,
    int unpackedTimes,
    Patience patience) {
  private static final String HASH = "[0-9a-f]{64}";

  public FetchRequest {
    if (sha256.isPresent() && !sha256.get().matches(HASH)) {
      throw new IllegalArgumentException("no SHA-256 in lower-case hexadecimal: " + sha256.get());
    }
    if (bytesMax < 0 || unpackedTimes < 0 || bytes.orElse(0) < 0) {
      throw new IllegalArgumentException("a negative size or time of " + address);
    }
  }

  public static FetchRequest of(URI address, long bytesMax) {
    return new FetchRequest(
        address,
        Optional.empty(),
        bytesMax,
        OptionalLong.empty(),
        Optional.empty(),
        0,
        Patience.BRIEF);
  }

  public FetchRequest withCredential(Optional<Credential> own) {
    return new FetchRequest(address, own, bytesMax, bytes, sha256, unpackedTimes, patience);
  }

  public FetchRequest withBytes(long exact) {
    return new FetchRequest(
        address, credential, bytesMax, OptionalLong.of(exact), sha256, unpackedTimes, patience);
  }

  public FetchRequest withSha256(Optional<String> expected) {
    return new FetchRequest(
        address, credential, bytesMax, bytes, expected, unpackedTimes, patience);
  }

  public FetchRequest withUnpackedTimes(int times) {
    return new FetchRequest(address, credential, bytesMax, bytes, sha256, times, patience);
  }

  public FetchRequest withPatience(Patience other) {
    return new FetchRequest(address, credential, bytesMax, bytes, sha256, unpackedTimes, other);
  }

  /** Checks that an address from a person or a server is one that we fetch from. */
  public static URI address(String text) throws FetchException {
    try {
      URI address = URI.create(text);
      if (isHttp(address) && address.getHost() != null && address.getUserInfo() == null) {
        return address;
      }
    } catch (IllegalArgumentException malformed) {
      throw new FetchException(FetchFault.ADDRESS, text);
    }
    throw new FetchException(FetchFault.ADDRESS, text);
  }

  static boolean isHttp(URI address) {
    String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    return scheme.equals("https") || scheme.equals("http");
  }
}
