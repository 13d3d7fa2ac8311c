package anima.voice.model;

import anima.voice.VoiceException;
import anima.voice.VoiceFault;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Fetches one file over HTTP, and goes on where it was cut off: after a lost connection at once,
 * after a restart on the next call. What belongs to which version of the file is told by its ETag
 * or date, kept beside the part ({@code If-Range}). Used by one thread.
 */
final class Download {
  /** Connections in one call that may end early before we give up. */
  static final int ATTEMPTS_MAX = 5;

  /** A server that sends nothing for so long is gone; a cancel is seen at the latest by then. */
  private static final int STALL_MILLIS_MAX = 20_000;

  private static final int CHUNK_BYTES = 64 << 10;

  private final URI address;
  private final Path folder;
  private final Path part;
  private final Path tag;
  private final long bytesMax;
  private final InstallListener listener;
  private final BooleanSupplier cancelled;

  /**
   * @param name of the part within the folder
   */
  Download(
      URI address,
      Path folder,
      String name,
      long bytesMax,
      InstallListener listener,
      BooleanSupplier cancelled) {
    this.address = address;
    this.folder = folder;
    this.part = folder.resolve(name);
    this.tag = folder.resolve(name + ".tag");
    this.bytesMax = bytesMax;
    this.listener = listener;
    this.cancelled = cancelled;
  }

  /** Fetches what is missing; afterwards the part is whole. */
  void run() throws VoiceException {
    String failure = "";
    for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
      try {
        if (connect()) {
          Files.deleteIfExists(tag);
          return;
        }
        failure = "the connection ends early";
      } catch (WriteFailure e) {
        throw unwritable(e);
      } catch (IOException e) {
        failure = e.getClass().getSimpleName() + ": " + e.getMessage();
      }
    }
    throw new VoiceException(VoiceFault.DOWNLOAD_UNREACHABLE, address.toString(), failure);
  }

  /** One connection; true if the part is whole after it. */
  private boolean connect() throws IOException, VoiceException {
    String version = version();
    long have = version == null ? 0 : Files.size(part);
    HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
    connection.setConnectTimeout(STALL_MILLIS_MAX);
    connection.setReadTimeout(STALL_MILLIS_MAX);
    if (version != null) {
      connection.setRequestProperty("Range", "bytes=" + have + "-");
      connection.setRequestProperty("If-Range", version);
    }
    try {
      int status = connection.getResponseCode();
      if (status == HttpURLConnection.HTTP_PARTIAL && starts(connection, have)) {
        return receive(connection, have);
      }
      if (status == HttpURLConnection.HTTP_OK) {
        return receive(connection, 0);
      }
      if (version != null && (status == 416 || status == HttpURLConnection.HTTP_PARTIAL)) {
        Files.delete(tag);
        return false;
      }
      throw new VoiceException(
          VoiceFault.DOWNLOAD_REFUSED, address.toString(), String.valueOf(status));
    } finally {
      connection.disconnect();
    }
  }

  private static boolean starts(HttpURLConnection connection, long have) {
    String range = connection.getHeaderField("Content-Range");
    return range != null && range.startsWith("bytes " + have + "-");
  }

  private boolean receive(HttpURLConnection connection, long from)
      throws IOException, VoiceException {
    long length = connection.getContentLengthLong();
    long total = length < 0 ? -1 : from + length;
    checkRoom(total, Math.max(0, length));
    try (InputStream in = connection.getInputStream();
        OutputStream out = open(from)) {
      remember(connection);
      long done = copy(in, out, from, total);
      return total < 0 || done == total;
    }
  }

  private long copy(InputStream in, OutputStream out, long from, long total)
      throws IOException, VoiceException {
    byte[] chunk = new byte[CHUNK_BYTES];
    long done = from;
    listener.progress(done, total);
    for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
      if (cancelled.getAsBoolean()) {
        throw new VoiceException(VoiceFault.DOWNLOAD_CANCELLED, address.toString());
      }
      done += count;
      if (done > bytesMax) {
        throw tooLarge();
      }
      try {
        out.write(chunk, 0, count);
      } catch (IOException e) {
        throw new WriteFailure(e);
      }
      listener.progress(done, total);
    }
    return done;
  }

  private void checkRoom(long total, long missing) throws IOException, VoiceException {
    if (total > bytesMax) {
      throw tooLarge();
    }
    // Unpacked, a model takes up to twice its archive.
    long needed = missing + 2 * Math.max(0, total);
    long free = Files.getFileStore(folder).getUsableSpace();
    if (free < needed) {
      throw new VoiceException(
          VoiceFault.DISK_FULL, folder.toString(), megabytes(needed), megabytes(free));
    }
  }

  private OutputStream open(long from) throws WriteFailure {
    try {
      return from > 0
          ? Files.newOutputStream(part, StandardOpenOption.WRITE, StandardOpenOption.APPEND)
          : Files.newOutputStream(part);
    } catch (IOException e) {
      throw new WriteFailure(e);
    }
  }

  /** Keeps the version of what now arrives; without one there is no going on. */
  private void remember(HttpURLConnection connection) throws WriteFailure {
    String etag = connection.getHeaderField("ETag");
    String version =
        etag != null && !etag.startsWith("W/") ? etag : connection.getHeaderField("Last-Modified");
    try {
      if (version == null) {
        Files.deleteIfExists(tag);
      } else {
        Files.writeString(tag, version, StandardCharsets.ISO_8859_1);
      }
    } catch (IOException e) {
      throw new WriteFailure(e);
    }
  }

  private @Nullable String version() throws IOException {
    if (!Files.exists(part) || !Files.exists(tag) || Files.size(part) == 0) {
      return null;
    }
    String version = Files.readString(tag, StandardCharsets.ISO_8859_1).strip();
    return version.isEmpty() ? null : version;
  }

  private VoiceException tooLarge() {
    return new VoiceException(
        VoiceFault.DOWNLOAD_TOO_LARGE, address.toString(), megabytes(bytesMax));
  }

  private VoiceException unwritable(IOException e) {
    return new VoiceException(
        VoiceFault.STORE_UNWRITABLE, folder.toString(), String.valueOf(e.getMessage()));
  }

  private static String megabytes(long bytes) {
    return String.valueOf((bytes + (1 << 20) - 1) >> 20);
  }

  /** Our disk, not the network: trying again does not help. */
  private static final class WriteFailure extends IOException {
    private static final long serialVersionUID = 1;

    WriteFailure(IOException cause) {
      super(cause.getMessage(), cause);
    }
  }
}
