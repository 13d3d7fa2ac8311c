package anima.voice.vosk;

import anima.voice.VoiceException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Head and tail of Kaldi's {@code final.mdl}. It begins with {@code <TransitionModel>}, after NUL
 * and 'B' if it is binary, and ends with the vector {@code <Priors>}: binary as {@code "FV "}, 4,
 * count, floats (all little-endian); as text in brackets. So a file that was cut short is seen.
 */
final class AcousticModelFile {
  private static final String HEAD = "<TransitionModel>";
  private static final String TAIL = "<Priors>";
  private static final int TAIL_BYTES = 256 << 10;

  private AcousticModelFile() {}

  static void check(Path folder, Path file) throws IOException, VoiceException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      String head = read(channel, 0, 32);
      boolean binary = head.startsWith("\0B");
      if (!head.startsWith(HEAD, binary ? 2 : 0)) {
        throw ModelFolder.foreign(folder, "am/final.mdl is not an acoustic model");
      }
      String tail = read(channel, Math.max(0, channel.size() - TAIL_BYTES), TAIL_BYTES);
      int at = tail.lastIndexOf(TAIL);
      String rest = at < 0 ? "" : tail.substring(at + TAIL.length() + 1);
      if (!(binary ? wholeBinary(rest) : rest.stripTrailing().endsWith("]"))) {
        throw ModelFolder.damaged(folder, "am/final.mdl is cut short");
      }
    }
  }

  private static boolean wholeBinary(String rest) {
    byte[] bytes = rest.getBytes(StandardCharsets.ISO_8859_1);
    if (bytes.length < 8 || !(rest.startsWith("FV \4") || rest.startsWith("DV \4"))) {
      return false;
    }
    int count = ByteBuffer.wrap(bytes, 4, 4).order(ByteOrder.LITTLE_ENDIAN).getInt();
    long valueBytes = rest.startsWith("F") ? Float.BYTES : Double.BYTES;
    return count >= 0 && bytes.length >= 8 + valueBytes * count;
  }

  /** Bytes as characters of the same value. */
  private static String read(FileChannel channel, long position, int count) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(count);
    int read = 0;
    while (read >= 0 && buffer.hasRemaining()) {
      read = channel.read(buffer, position + buffer.position());
    }
    return new String(buffer.array(), 0, buffer.position(), StandardCharsets.ISO_8859_1);
  }
}
