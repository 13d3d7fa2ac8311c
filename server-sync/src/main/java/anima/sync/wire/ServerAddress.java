package anima.sync.wire;

import java.net.URI;
import java.net.URISyntaxException;

/** Where a server listens. */
public record ServerAddress(String host, int port) {
  public static final int PORT_DEFAULT = 7777;

  /**
   * Reads {@code host}, {@code host:port} or {@code wss://host:port}.
   *
   * @throws ConnectException if the text is no such address
   */
  public static ServerAddress parse(String text) throws ConnectException {
    try {
      URI uri = new URI(text.contains("://") ? text : "wss://" + text);
      boolean plain = uri.getRawUserInfo() == null && uri.getRawQuery() == null;
      if ("wss".equals(uri.getScheme()) && uri.getHost() != null && plain) {
        return new ServerAddress(uri.getHost(), uri.getPort() < 0 ? PORT_DEFAULT : uri.getPort());
      }
    } catch (URISyntaxException e) {
      throw bad(text, e);
    }
    throw bad(text, null);
  }

  private static ConnectException bad(String text, @org.jspecify.annotations.Nullable Exception e) {
    String sentence =
        "'" + text + "' is no address of a server; write host:port or wss://host:port.";
    return e == null ? new ConnectException(sentence) : new ConnectException(sentence, e);
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
