package anima.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Fetches a text that fits into memory, such as the answer of a web API. */
public final class SmallText {
  private SmallText() {}

  /** The text, read as UTF-8. A failed connection is tried again as {@link Download} does. */
  public static String fetch(FetchRequest request, BooleanSupplier cancelled)
      throws FetchException {
    String failure = "";
    for (int attempt = 0; attempt < Download.ATTEMPTS_MAX; attempt++) {
      if (cancelled.getAsBoolean()) {
        throw new FetchException(FetchFault.CANCELLED, request.address());
      }
      try {
        return read(request);
      } catch (UnknownHostException | ConnectException | NoRouteToHostException e) {
        // No network, or nobody there: a person waits for the sentence.
        String reason = e.getClass().getSimpleName() + ": " + e.getMessage();
        throw new FetchException(FetchFault.UNREACHABLE, request.address(), reason);
      } catch (IOException e) {
        failure = e.getClass().getSimpleName() + ": " + e.getMessage();
      }
      Pause.of((long) request.patience().retryPauseMillis() << attempt, cancelled);
    }
    throw new FetchException(FetchFault.UNREACHABLE, request.address(), failure);
  }

  private static String read(FetchRequest request) throws IOException, FetchException {
    HttpURLConnection connection =
        new HttpGet(request, Map.of("Accept", "application/json")).open();
    try {
      int status = connection.getResponseCode();
      if (status != HttpURLConnection.HTTP_OK) {
        throw new FetchException(FetchFault.REFUSED, request.address(), status);
      }
      int most = Math.toIntExact(request.bytesMax());
      try (InputStream in = connection.getInputStream()) {
        byte[] bytes = in.readNBytes(most + 1);
        if (bytes.length > most) {
          throw new FetchException(
              FetchFault.TOO_LARGE, request.address(), FreeRoom.megabytes(most));
        }
        return new String(bytes, StandardCharsets.UTF_8);
      }
    } finally {
      connection.disconnect();
    }
  }
}
