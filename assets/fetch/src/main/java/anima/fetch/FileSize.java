package anima.fetch;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.util.Map;

/** Asks for the size of a file before it is fetched. */
public final class FileSize {
  private FileSize() {}

  /** In bytes; the connection is closed before its content is read. */
  public static long ask(FetchRequest request) throws FetchException {
    try {
      HttpURLConnection connection = new HttpGet(request, Map.of()).open();
      try {
        int status = connection.getResponseCode();
        if (status != HttpURLConnection.HTTP_OK) {
          throw new FetchException(FetchFault.REFUSED, request.address(), status);
        }
        long bytes = connection.getContentLengthLong();
        if (bytes < 0 || bytes > request.bytesMax()) {
          throw new FetchException(
              FetchFault.TOO_LARGE, request.address(), FreeRoom.megabytes(request.bytesMax()));
        }
        return bytes;
      } finally {
        connection.disconnect();
      }
    } catch (IOException e) {
      throw new FetchException(
          FetchFault.UNREACHABLE,
          request.address(),
          e.getClass().getSimpleName() + ": " + e.getMessage());
    }
  }
}
