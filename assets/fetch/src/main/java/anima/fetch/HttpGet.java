package anima.fetch;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Opens a connection and follows redirects itself: Java would hand our headers, the token among
 * them, to whichever host it is sent to. From HTTPS it never goes on to plain HTTP.
 */
final class HttpGet {
  private static final int REDIRECTS_MAX = 10;

  private final FetchRequest request;
  private final Map<String, String> headers;

  HttpGet(FetchRequest request, Map<String, String> headers) {
    this.request = request;
    this.headers = headers;
  }

  /** A connection whose status and headers have arrived; the caller disconnects it. */
  HttpURLConnection open() throws IOException, FetchException {
    URI address = FetchRequest.address(request.address().toString());
    for (int hop = 0; hop <= REDIRECTS_MAX; hop++) {
      HttpURLConnection connection = connect(address);
      if (!isRedirect(connection.getResponseCode())) {
        return connection;
      }
      String target = connection.getHeaderField("Location");
      connection.disconnect();
      address = next(address, target);
    }
    throw refused(request.address(), address, "more than " + REDIRECTS_MAX + " redirects");
  }

  private HttpURLConnection connect(URI address) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
    connection.setInstanceFollowRedirects(false);
    connection.setConnectTimeout(request.patience().stallMillis());
    connection.setReadTimeout(request.patience().stallMillis());
    connection.setRequestProperty("User-Agent", "Anima");
    // Sizes and ranges count the bytes of the file, not of a compressed form.
    connection.setRequestProperty("Accept-Encoding", "identity");
    headers.forEach(connection::setRequestProperty);
    request
        .credential()
        .flatMap(own -> own.header(address))
        .ifPresent(value -> connection.setRequestProperty("Authorization", value));
    return connection;
  }

  private static boolean isRedirect(int status) {
    return status == HttpURLConnection.HTTP_MOVED_PERM
        || status == HttpURLConnection.HTTP_MOVED_TEMP
        || status == HttpURLConnection.HTTP_SEE_OTHER
        || status == 307
        || status == 308;
  }

  private static URI next(URI from, @Nullable String target) throws FetchException {
    if (target == null) {
      throw refused(from, "nowhere", "no Location is given");
    }
    URI to;
    try {
      to = from.resolve(target);
    } catch (IllegalArgumentException malformed) {
      throw refused(from, target, "it is no address");
    }
    if (!FetchRequest.isHttp(to) || to.getHost() == null || to.getUserInfo() != null) {
      throw refused(from, to, "only https and http are followed");
    }
    if ("https".equalsIgnoreCase(from.getScheme()) && !"https".equalsIgnoreCase(to.getScheme())) {
      throw refused(from, to, "it leaves HTTPS");
    }
    return to;
  }

  private static FetchException refused(URI from, Object to, String why) {
    return new FetchException(FetchFault.REDIRECTED, from, to, why);
  }
}
