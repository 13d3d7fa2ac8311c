package anima.fetch;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;

/**
 * A bearer token and the one server it belongs to. It goes nowhere else: not to where that server
 * redirects, and over plain HTTP only within this machine.
 *
 * @param server scheme, host and port count
 */
public record Credential(URI server, String token) {
  /** Longest token. */
  private static final int LENGTH_MAX = 4096;

  public Credential {
    if (token.isBlank()
        || token.length() > LENGTH_MAX
        || !token.chars().allMatch(unit -> unit > ' ' && unit < 0x7f)) {
      throw new IllegalArgumentException("a bearer token is 1 to 4096 visible ASCII characters");
    }
  }

  /** What to send to an address; empty unless it is the token's own server. */
  Optional<String> header(URI address) {
    if (!origin(address).equals(origin(server))) {
      return Optional.empty();
    }
    boolean secret = "https".equalsIgnoreCase(address.getScheme()) || isLoopback(address);
    return secret ? Optional.of("Bearer " + token) : Optional.empty();
  }

  private static String origin(URI address) {
    String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    int port = address.getPort() >= 0 ? address.getPort() : scheme.equals("http") ? 80 : 443;
    return scheme + "://" + String.valueOf(address.getHost()).toLowerCase(Locale.ROOT) + ":" + port;
  }

  private static boolean isLoopback(URI address) {
    try {
      return InetAddress.getByName(address.getHost()).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** Without the secret: records show up in logs. */
  @Override
  public String toString() {
    return "Credential[server=" + server + "]";
  }
}
