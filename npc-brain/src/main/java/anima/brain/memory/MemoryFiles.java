package anima.brain.memory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * One JSON file a mind in a folder. A file is replaced as a whole, so that a crash leaves the old
 * one or the new one; a damaged file is set aside, never overwritten.
 */
public final class MemoryFiles implements MemoryStore {
  /** Largest file that is read, in bytes. */
  static final long FILE_BYTES_MAX = 2L << 20;

  private final Path folder;

  public MemoryFiles(Path folder) {
    this.folder = folder;
  }

  @Override
  public Loaded load(String mind) {
    Path file = file(mind, ".json");
    if (!Files.exists(file)) {
      return new Loaded(List.of(), "");
    }
    try {
      if (Files.size(file) > FILE_BYTES_MAX) {
        return setAside(file, "it is larger than " + FILE_BYTES_MAX + " bytes");
      }
      return new Loaded(MemoryCodec.read(Files.readString(file)), "");
    } catch (DamagedException damaged) {
      return setAside(file, damaged.why());
    } catch (IOException unreadable) {
      return setAside(file, "it cannot be read");
    }
  }

  @Override
  public String save(String mind, List<Memory> memories) {
    Path file = file(mind, ".json");
    try {
      Files.createDirectories(folder);
      Path fresh = file(mind, ".json.new");
      writeThrough(fresh, MemoryCodec.write(memories));
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return "";
    } catch (IOException failure) {
      return "The memories of "
          + mind
          + " cannot be written to "
          + file
          + " ("
          + failure.getMessage()
          + "); free space or grant permission, they are tried again at the next talk.";
    }
  }

  /** Keys of minds may hold anything: what is not a plain letter or digit is spelled out. */
  private Path file(String mind, String ending) {
    StringBuilder name = new StringBuilder();
    mind.codePoints()
        .forEach(
            c -> {
              boolean plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
              name.append(plain ? Character.toString(c) : "_" + Integer.toHexString(c));
            });
    return folder.resolve(name + ending);
  }

  private Loaded setAside(Path file, String why) {
    Path aside = file.resolveSibling(file.getFileName() + ".damaged");
    for (int n = 2; Files.exists(aside); n++) {
      aside = file.resolveSibling(file.getFileName() + ".damaged" + n);
    }
    try {
      Files.move(file, aside);
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot set aside " + file, failure);
    }
    return new Loaded(
        List.of(),
        "The memories in " + file + " are damaged (" + why + "); they lie in " + aside + " now.");
  }

  private static void writeThrough(Path file, String text) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }
}
