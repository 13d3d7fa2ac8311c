package anima.brain.llm.gguf;

import anima.brain.llm.model.MappedRows;
import anima.brain.llm.model.ModelException;
import anima.brain.llm.model.ModelFault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/**
 * A GGUF file whose head was checked; tensors are mapped into memory one by one. Immutable; any
 * thread. The file must not be shortened while it is in use.
 */
final class GgufFile {
  private final Path path;
  private final GgufMetadata metadata;
  private final Map<String, GgufEntry> entries;

  private GgufFile(Path path, GgufMetadata metadata, Map<String, GgufEntry> entries) {
    this.path = path;
    this.metadata = metadata;
    this.entries = entries;
  }

  static GgufFile open(Path path) throws ModelException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      long fileBytes = channel.size();
      ByteBuffer head =
          channel.map(FileChannel.MapMode.READ_ONLY, 0, Math.min(fileBytes, GgufHeader.BYTES_MAX));
      GgufHeader header = GgufHeader.parse(path, head.order(ByteOrder.LITTLE_ENDIAN), fileBytes);
      return new GgufFile(path, header.metadata(), header.entries());
    } catch (IOException e) {
      throw new ModelException(ModelFault.UNREADABLE, path, e);
    }
  }

  Path path() {
    return path;
  }

  GgufMetadata metadata() {
    return metadata;
  }

  /** The tensors by name, in the order of the file. */
  Map<String, GgufEntry> entries() {
    return entries;
  }

  boolean has(String tensor) {
    return entries.containsKey(tensor);
  }

  /** The rows of a tensor of this file. */
  MappedRows map(GgufEntry entry) throws ModelException {
    long columns = entry.shape().get(entry.shape().size() - 1);
    long rowBytes = entry.type().rowBytes(columns);
    return MappedRows.map(path, entry.beginByte(), entry.bytes() / rowBytes, rowBytes);
  }
}
