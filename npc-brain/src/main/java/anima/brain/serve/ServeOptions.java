package anima.brain.serve;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Where and for whom a model is served.
 *
 * @param host name or address to listen at; all but this machine's own need a key
 * @param port 0 for any free one
 * @param apiKey what callers must show; anyone may call when empty
 * @param origins web pages that may call, as browsers name them ({@code https://example.org})
 * @param answersMax answers made or waiting at once; more callers are told to come again
 * @param stalledTime after so long without taking anything, a reader has his connection closed
 */
public record ServeOptions(
    String host,
    int port,
    Optional<String> apiKey,
    Set<String> origins,
    int answersMax,
    Duration stalledTime) {
  public static final int PORT_DEFAULT = 8090;

  /** Largest body of a request. */
  public static final int BODY_BYTES_MAX = 8 << 20;

  private static final int ANSWERS_MAX = 256;
  private static final int ORIGINS_MAX = 64;

  public ServeOptions {
    origins = Set.copyOf(origins);
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("the port must be 0 to 65535: " + port);
    }
    if (answersMax < 1 || answersMax > ANSWERS_MAX) {
      throw new IllegalArgumentException("answersMax must be 1 to " + ANSWERS_MAX);
    }
    if (origins.size() > ORIGINS_MAX) {
      throw new IllegalArgumentException("more than " + ORIGINS_MAX + " origins");
    }
    if (apiKey.isPresent() && !apiKey.get().matches("[\\x21-\\x7e]{8,1024}")) {
      throw new IllegalArgumentException(
          "an API key must have 8 to 1024 visible ASCII characters and no blanks");
    }
    if (stalledTime.isNegative() || stalledTime.isZero()) {
      throw new IllegalArgumentException("stalledTime must be above 0");
    }
  }

  /** For programs on this machine alone. */
  public static ServeOptions local() {
    return new ServeOptions(
        "127.0.0.1", PORT_DEFAULT, Optional.empty(), Set.of(), 16, Duration.ofSeconds(30));
  }

  public ServeOptions withPort(int number) {
    return new ServeOptions(host, number, apiKey, origins, answersMax, stalledTime);
  }

  public ServeOptions withHost(String name) {
    return new ServeOptions(name, port, apiKey, origins, answersMax, stalledTime);
  }

  public ServeOptions withApiKey(Optional<String> key) {
    return new ServeOptions(host, port, key, origins, answersMax, stalledTime);
  }

  public ServeOptions withOrigins(Set<String> pages) {
    return new ServeOptions(host, port, apiKey, pages, answersMax, stalledTime);
  }

  public ServeOptions withAnswersMax(int count) {
    return new ServeOptions(host, port, apiKey, origins, count, stalledTime);
  }

  public ServeOptions withStalledTime(Duration time) {
    return new ServeOptions(host, port, apiKey, origins, answersMax, time);
  }

  /**
   * Where to listen.
   *
   * @throws ServeException when there is no such host, or others could reach it without a key
   */
  public InetSocketAddress address() throws ServeException {
    try {
      InetAddress address = InetAddress.getByName(host);
      if (!address.isLoopbackAddress() && apiKey.isEmpty()) {
        throw new ServeException(ServeFault.KEY_NEEDED, host);
      }
      return new InetSocketAddress(address, port);
    } catch (UnknownHostException e) {
      throw new ServeException(ServeFault.HOST, host);
    }
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "ServeOptions[" + host + ":" + port + (apiKey.isPresent() ? ", with a key]" : "]");
  }
}
