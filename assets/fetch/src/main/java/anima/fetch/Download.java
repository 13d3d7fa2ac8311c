package anima.fetch;

import anima.fetch.PartFile.WriteFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Fetches one file over HTTP, and goes on where it was cut off: after a lost connection in the same
 * call, after a restart on the next ({@code Range} with {@code If-Range}, RFC 9110 §13.1.5). Used
 * by one thread.
 */
public final class Download {
  /** Connections in a row that may bring next to nothing before we give up. */
  public static final int ATTEMPTS_MAX = 5;

  /** A connection that brought so much is not counted as a failed one. */
  private static final long PROGRESS_BYTES = 1 << 20;

  /** Connections of one call in all: a file that changes without end is given up too. */
  private static final int CONNECTIONS_MAX = 1_000;

  private static final int CHUNK_BYTES = 64 << 10;
  private static final int RANGE_NOT_SATISFIABLE = 416;
  private static final int TOO_MANY_REQUESTS = 429;

  private final FetchRequest request;
  private final PartFile part;
  private final FetchListener listener;
  private final BooleanSupplier cancelled;
  private long arrivedBytes;

  /**
   * A download that has not begun.
   *
   * @param part where it is gathered; another program must not use the same
   * @param cancelled asked while bytes arrive; what has arrived is kept
   */
  public Download(
      FetchRequest request, Path part, FetchListener listener, BooleanSupplier cancelled) {
    this.request = request;
    this.part = new PartFile(part);
    this.listener = listener;
    this.cancelled = cancelled;
  }

  /** Fetches what is missing; afterwards the part is whole and has the expected hash. */
  public Fetched run() throws FetchException {
    try {
      fetch();
      return verified();
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** Fetches what is missing and gives the file its name at once. */
  public Fetched runInto(Path target) throws FetchException {
    Fetched fetched = run();
    try {
      part.moveTo(target);
    } catch (IOException e) {
      throw unwritable(e);
    }
    return fetched;
  }

  private void fetch() throws IOException, FetchException {
    int fruitless = 0;
    for (int connections = 0; !isWhole(); connections++) {
      checkCancelled();
      long before = arrivedBytes;
      FetchException failure;
      try {
        if (connect()) {
          return;
        }
        failure = unreachable("the connection ends early");
      } catch (WriteFailure e) {
        throw e;
      } catch (FetchException e) {
        failure = passing(e);
      } catch (IOException e) {
        failure = unreachable(e.getClass().getSimpleName() + ": " + e.getMessage());
      }
      fruitless = arrivedBytes - before >= PROGRESS_BYTES ? 0 : fruitless + 1;
      if (fruitless == ATTEMPTS_MAX || connections == CONNECTIONS_MAX) {
        throw failure;
      }
      pause(fruitless);
    }
  }

  /** Killed between the last byte and the new name: nothing is left to fetch. */
  private boolean isWhole() throws IOException {
    return request.sha256().isPresent()
        && request.bytes().isPresent()
        && request.bytes().getAsLong() > 0
        && part.bytes() == request.bytes().getAsLong();
  }

  /** A busy server is asked again, if we are to wait at all; everything else is final. */
  private FetchException passing(FetchException refusal) throws FetchException {
    boolean busy = refusal.status() == TOO_MANY_REQUESTS || refusal.status() >= 500;
    if (busy && request.patience().retryPauseMillis() > 0) {
      return refusal;
    }
    throw refusal;
  }

  private void pause(int fruitless) throws FetchException {
    Pause.of((long) request.patience().retryPauseMillis() << Math.max(0, fruitless - 1), cancelled);
    checkCancelled();
  }

  /** One connection; true if the part is whole after it. */
  private boolean connect() throws IOException, FetchException {
    Optional<String> version = part.version();
    long have = version.isPresent() ? part.bytes() : 0;
    Map<String, String> headers = new HashMap<>();
    if (version.isPresent()) {
      headers.put("Range", "bytes=" + have + "-");
      headers.put("If-Range", version.get());
    }
    HttpURLConnection connection = new HttpGet(request, headers).open();
    try {
      int status = connection.getResponseCode();
      String range = String.valueOf(connection.getHeaderField("Content-Range"));
      if (status == HttpURLConnection.HTTP_PARTIAL && range.startsWith("bytes " + have + "-")) {
        return receive(connection, have);
      }
      if (status == HttpURLConnection.HTTP_OK) {
        return receive(connection, 0);
      }
      if (have > 0 && status == RANGE_NOT_SATISFIABLE && range.equals("bytes */" + have)) {
        return true;
      }
      if (have > 0
          && (status == RANGE_NOT_SATISFIABLE || status == HttpURLConnection.HTTP_PARTIAL)) {
        part.remember(Optional.empty());
        return false;
      }
      throw new FetchException(FetchFault.REFUSED, request.address(), status);
    } finally {
      connection.disconnect();
    }
  }

  private boolean receive(HttpURLConnection connection, long from)
      throws IOException, FetchException {
    long length = connection.getContentLengthLong();
    long total = length < 0 ? -1 : from + length;
    checkSize(total, Math.max(0, length));
    try (InputStream in = connection.getInputStream();
        OutputStream out = part.open(from)) {
      part.remember(version(connection));
      long done = copy(in, out, from, total);
      return total < 0 || done == total;
    }
  }

  private long copy(InputStream in, OutputStream out, long from, long total)
      throws IOException, FetchException {
    byte[] chunk = new byte[CHUNK_BYTES];
    long done = from;
    listener.progress(done, total);
    for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
      checkCancelled();
      done += count;
      arrivedBytes += count;
      if (done > request.bytesMax()) {
        throw tooLarge();
      }
      out.write(chunk, 0, count);
      listener.progress(done, total);
    }
    return done;
  }

  private void checkSize(long total, long missing) throws FetchException {
    if (total > request.bytesMax()) {
      throw tooLarge();
    }
    if (total >= 0 && request.bytes().isPresent() && total != request.bytes().getAsLong()) {
      throw wrongSize(total);
    }
    FreeRoom.check(part.folder(), missing + request.unpackedTimes() * Math.max(0, total));
  }

  /** What tells whether the file changes between two connections; weak tags may not be used. */
  private static Optional<String> version(HttpURLConnection connection) {
    String etag = connection.getHeaderField("ETag");
    return Optional.ofNullable(
        etag != null && !etag.startsWith("W/") ? etag : connection.getHeaderField("Last-Modified"));
  }

  private Fetched verified() throws IOException, FetchException {
    Fetched fetched = part.finish();
    if (request.bytes().isPresent() && request.bytes().getAsLong() != fetched.bytes()) {
      part.delete();
      throw wrongSize(fetched.bytes());
    }
    if (request.sha256().isPresent() && !request.sha256().get().equals(fetched.sha256())) {
      part.delete();
      throw new FetchException(
          FetchFault.FOREIGN, request.address(), fetched.sha256(), request.sha256().get());
    }
    return fetched;
  }

  private void checkCancelled() throws FetchException {
    if (cancelled.getAsBoolean()) {
      throw new FetchException(FetchFault.CANCELLED, request.address());
    }
  }

  private FetchException tooLarge() {
    return new FetchException(
        FetchFault.TOO_LARGE, request.address(), FreeRoom.megabytes(request.bytesMax()));
  }

  private FetchException wrongSize(long bytes) {
    return new FetchException(
        FetchFault.SIZE, request.address(), bytes, request.bytes().orElse(bytes));
  }

  private FetchException unreachable(String why) {
    return new FetchException(FetchFault.UNREACHABLE, request.address(), why);
  }

  private FetchException unwritable(IOException e) {
    return new FetchException(FetchFault.UNWRITABLE, part.folder(), String.valueOf(e.getMessage()));
  }
}
