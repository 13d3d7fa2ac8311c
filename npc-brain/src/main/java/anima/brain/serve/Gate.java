package anima.brain.serve;

import com.sun.net.httpserver.Headers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides who may call. Immutable; any thread. */
final class Gate {
  private static final String BEARER = "bearer ";
  private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

  private final ServeOptions options;
  private final boolean loopback;

  /**
   * Watches a door.
   *
   * @param loopback whether only this machine can reach it
   */
  Gate(ServeOptions options, boolean loopback) {
    this.options = options;
    this.loopback = loopback;
  }

  /** Refuses web pages that are not allowed, and callers without the key. */
  void check(Headers headers, boolean keyNeeded) throws CallFault {
    checkHost(headers.getFirst("Host"));
    String origin = headers.getFirst("Origin");
    if (origin != null && !options.origins().contains(origin)) {
      throw forbidden("web pages of this origin may not call; allow it with --allow-origin");
    }
    if (keyNeeded && options.apiKey().isPresent() && !hasKey(headers.getFirst("Authorization"))) {
      throw new CallFault(
          401,
          "invalid_request_error",
          "invalid_api_key",
          "the API key is missing or wrong; send it as \"Authorization: Bearer KEY\"");
    }
  }

  /**
   * A page whose host name a stranger's name server points at this machine counts for the browser
   * as of the same origin as we; but it names its own host.
   */
  private void checkHost(@Nullable String host) throws CallFault {
    if (!loopback) {
      return;
    }
    String name = host == null ? "" : host.replaceFirst(":\\d*$", "").toLowerCase(Locale.ROOT);
    if (!OWN_NAMES.contains(name) && !name.equals(options.host().toLowerCase(Locale.ROOT))) {
      throw forbidden("this server answers to localhost and 127.0.0.1 only");
    }
  }

  private static CallFault forbidden(String message) {
    return new CallFault(403, "invalid_request_error", "forbidden", message);
  }

  /** Compares in a time that does not tell how much was right. */
  private boolean hasKey(@Nullable String authorization) {
    String given =
        authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)
            ? authorization.substring(BEARER.length()).strip()
            : "";
    return MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8),
        options.apiKey().orElse("").getBytes(StandardCharsets.UTF_8));
  }

  /** The origin to which a browser may show the answer. */
  Optional<String> allowedOrigin(Headers headers) {
    return Optional.ofNullable(headers.getFirst("Origin")).filter(options.origins()::contains);
  }
}
