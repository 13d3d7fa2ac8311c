package anima.tests.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A sound device made of a file: OpenAL Soft writes what would be heard to it, as 32-bit floats.
 */
record Loudspeaker(Path folder) {
  private static final int HEADER_BYTES = 68;

  /** Lays the folder's configuration. */
  static Loudspeaker in(Path folder) throws IOException {
    Files.writeString(
        folder.resolve("alsoft.conf"),
        "[general]\ndrivers=wave\nsample-type=float32\n[wave]\nfile=%s\n"
            .formatted(folder.resolve("heard.wav")));
    return new Loudspeaker(folder);
  }

  /** Variables for the program that is to be heard. */
  Map<String, String> environment() {
    return Map.of(
        "ALSOFT_DRIVERS", "wave", "ALSOFT_CONF", folder.resolve("alsoft.conf").toString());
  }

  /** Largest amplitude that has been heard so far, of 1. */
  double peak() {
    Path file = folder.resolve("heard.wav");
    if (!Files.exists(file)) {
      return 0;
    }
    try {
      byte[] all = Files.readAllBytes(file);
      ByteBuffer samples = ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN);
      double peak = 0;
      for (int at = HEADER_BYTES; at + 4 <= all.length; at += 4) {
        float sample = samples.getFloat(at);
        // What is not written out yet reads as anything.
        if (Float.isFinite(sample) && Math.abs(sample) <= 1) {
          peak = Math.max(peak, Math.abs(sample));
        }
      }
      return peak;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
