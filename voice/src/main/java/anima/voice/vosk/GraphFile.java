package anima.voice.vosk;

import anima.voice.VoiceException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * Head of an OpenFst file: magic number, then two strings with their lengths (kind of automaton,
 * kind of arc), version, flags, properties, start state, states, arcs; all little-endian.
 */
final class GraphFile {
  private static final int MAGIC = 2125659606;
  private static final Set<String> KINDS =
      Set.of("vector", "const", "olabel_lookahead", "ngram", "const8", "const16");
  private static final int HEAD_BYTES = 256;

  /** Each state takes at least so much in every kind. */
  private static final int ARC_BYTES_MIN = 2;

  private GraphFile() {}

  static void check(Path folder, Path file) throws IOException, VoiceException {
    String name = folder.relativize(file).toString();
    ByteBuffer head = ByteBuffer.allocate(HEAD_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    long size;
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      size = channel.size();
      int read = 0;
      while (read >= 0 && head.hasRemaining()) {
        read = channel.read(head);
      }
    }
    head.flip();
    if (head.remaining() < Integer.BYTES || head.getInt() != MAGIC) {
      throw ModelFolder.foreign(folder, name + " is not a graph");
    }
    if (!KINDS.contains(string(head)) || string(head).isEmpty()) {
      throw ModelFolder.foreign(folder, name + " is a graph of an unknown kind");
    }
    int numbersBytes = 2 * Integer.BYTES + 4 * Long.BYTES;
    if (head.remaining() < numbersBytes) {
      throw ModelFolder.damaged(folder, name + " is cut short");
    }
    head.position(head.position() + 2 * Integer.BYTES + 3 * Long.BYTES);
    long arcs = head.getLong();
    if (arcs > 0 && size < arcs * ARC_BYTES_MIN) {
      throw ModelFolder.damaged(folder, name + " is cut short");
    }
  }

  private static String string(ByteBuffer head) {
    if (head.remaining() < Integer.BYTES) {
      return "";
    }
    int length = head.getInt();
    if (length < 0 || length > head.remaining()) {
      return "";
    }
    byte[] bytes = new byte[length];
    head.get(bytes);
    return new String(bytes, StandardCharsets.US_ASCII);
  }
}
