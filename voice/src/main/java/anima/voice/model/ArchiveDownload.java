package anima.voice.model;

import anima.fetch.Download;
import anima.fetch.FetchException;
import anima.fetch.FetchRequest;
import anima.fetch.Fetched;
import anima.voice.VoiceException;
import anima.voice.VoiceFault;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Fetches the archive of a voice model, and says in the words of voice what went wrong. */
final class ArchiveDownload {
  /** Connections in one call that may end early before we give up. */
  static final int ATTEMPTS_MAX = Download.ATTEMPTS_MAX;

  /** Unpacked, a model takes up to twice its archive. */
  private static final int UNPACKED_TIMES = 2;

  private final Download download;

  /**
   * A download that has not begun.
   *
   * @param part where the archive is gathered
   * @param sha256 what it must have, if that is known
   */
  ArchiveDownload(
      URI address,
      Path part,
      long bytesMax,
      Optional<String> sha256,
      InstallListener listener,
      BooleanSupplier cancelled) {
    FetchRequest request =
        FetchRequest.of(address, bytesMax).withSha256(sha256).withUnpackedTimes(UNPACKED_TIMES);
    this.download = new Download(request, part, listener::progress, cancelled);
  }

  /** Fetches what is missing; afterwards the part is whole. Returns its SHA-256. */
  String run() throws VoiceException {
    try {
      Fetched fetched = download.run();
      return fetched.sha256();
    } catch (FetchException e) {
      throw new VoiceException(fault(e), e.facts().toArray(String[]::new));
    }
  }

  /** The sentences of both houses name the same facts in the same order. */
  private static VoiceFault fault(FetchException failure) {
    return switch (failure.fault()) {
      case ADDRESS, REDIRECTED, REFUSED, SIZE -> VoiceFault.DOWNLOAD_REFUSED;
      case UNREACHABLE -> VoiceFault.DOWNLOAD_UNREACHABLE;
      case CANCELLED -> VoiceFault.DOWNLOAD_CANCELLED;
      case TOO_LARGE -> VoiceFault.DOWNLOAD_TOO_LARGE;
      case FOREIGN -> VoiceFault.DOWNLOAD_FOREIGN;
      case DISK_FULL -> VoiceFault.DISK_FULL;
      case UNWRITABLE -> VoiceFault.STORE_UNWRITABLE;
    };
  }
}
