package anima.brain.llm.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A safetensors file whose header was checked; tensors are mapped into memory one by one, so a file
 * may be larger than 2 GB and only what is read is loaded. Immutable; any thread. The file must not
 * be shortened while it is in use.
 */
final class SafetensorsFile implements TensorSource {
  private static final int LENGTH_BYTES = Long.BYTES;

  private final Path path;
  private final long dataBegin;
  private final Map<String, TensorEntry> entries;

  private SafetensorsFile(Path path, long dataBegin, Map<String, TensorEntry> entries) {
    this.path = path;
    this.dataBegin = dataBegin;
    this.entries = entries;
  }

  static SafetensorsFile open(Path path) throws ModelException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      long headerBytes = readHeaderLength(path, channel);
      ByteBuffer json = read(channel, LENGTH_BYTES, (int) headerBytes);
      long dataBegin = LENGTH_BYTES + headerBytes;
      return new SafetensorsFile(
          path, dataBegin, SafetensorsHeader.parse(path, json, channel.size() - dataBegin));
    } catch (IOException e) {
      throw new ModelException(ModelFault.UNREADABLE, path, e);
    }
  }

  private static long readHeaderLength(Path path, FileChannel channel)
      throws IOException, ModelException {
    long fileBytes = channel.size();
    if (fileBytes < LENGTH_BYTES) {
      throw new ModelException(
          ModelFault.HEADER, path, "the file ends after " + fileBytes + " bytes");
    }
    long length = read(channel, 0, LENGTH_BYTES).getLong();
    if (length < 0 || length > SafetensorsHeader.BYTES_MAX) {
      throw new ModelException(
          ModelFault.HEADER,
          path,
          "it claims %s bytes, the most is %d"
              .formatted(Long.toUnsignedString(length), SafetensorsHeader.BYTES_MAX));
    }
    if (length > fileBytes - LENGTH_BYTES) {
      throw new ModelException(
          ModelFault.HEADER,
          path,
          "it claims %d bytes, the file has %d".formatted(length, fileBytes));
    }
    return length;
  }

  private static ByteBuffer read(FileChannel channel, long at, int bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, at + buffer.position()) < 0) {
        throw new IOException("the file became shorter");
      }
    }
    return buffer.flip();
  }

  @Override
  public Path path() {
    return path;
  }

  @Override
  public Set<String> names() {
    return entries.keySet();
  }

  @Override
  public Optional<StoredTensor> find(String name) {
    return Optional.ofNullable(entries.get(name))
        .map(entry -> new SafetensorsTensor(path, dataBegin, entry));
  }
}
