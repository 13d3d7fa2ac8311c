package anima.brain.llm.gguf;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes a GGUF file of version 3 (source: ggml-org/ggml, docs/gguf.md). Rows are asked for while
 * the file is written, one at a time, so a model larger than the heap can be written. Equal calls
 * give equal bytes. Owned by one thread.
 */
public final class GgufWriter {
  /** Every tensor begins at a multiple of this. */
  private static final int ALIGNMENT = 32;

  private static final int VERSION = 3;
  private static final int FLUSH_BYTES = 1 << 20;

  /** Where the rows of a tensor come from. */
  @FunctionalInterface
  public interface Rows {
    /** Fills the array, which is as long as a row, with one row. */
    void read(int row, float[] into);
  }

  private record Tensor(
      String name, GgufType type, int rows, int columns, boolean vector, Rows source) {
    long bytes() {
      return rows * type.rowBytes(columns);
    }
  }

  private final GgufOutput metadata = new GgufOutput();
  private final Set<String> keys = new HashSet<>();
  private final Set<String> names = new HashSet<>();
  private final List<Tensor> tensors = new ArrayList<>();

  public GgufWriter text(String key, String value) {
    key(key).integer(GgufValueType.TEXT.id).text(value);
    return this;
  }

  /** Adds an unsigned number of 32 bits. */
  public GgufWriter integer(String key, int value) {
    key(key).integer(GgufValueType.UINT32.id).integer(value);
    return this;
  }

  public GgufWriter number(String key, float value) {
    key(key).integer(GgufValueType.FLOAT32.id).number(value);
    return this;
  }

  public GgufWriter flag(String key, boolean value) {
    key(key).integer(GgufValueType.BOOL.id).one(value ? 1 : 0);
    return this;
  }

  public GgufWriter texts(String key, List<String> values) {
    array(key, GgufValueType.TEXT, values.size());
    values.forEach(metadata::text);
    return this;
  }

  public GgufWriter numbers(String key, float... values) {
    array(key, GgufValueType.FLOAT32, values.length);
    for (float value : values) {
      metadata.number(value);
    }
    return this;
  }

  /** Adds signed numbers of 32 bits, as token types are. */
  public GgufWriter integers(String key, int... values) {
    array(key, GgufValueType.INT32, values.length);
    for (int value : values) {
      metadata.integer(value);
    }
    return this;
  }

  private void array(String key, GgufValueType type, int count) {
    key(key).integer(GgufValueType.ARRAY.id).integer(type.id).whole(count);
  }

  private GgufOutput key(String key) {
    if (!keys.add(key)) {
      throw new IllegalArgumentException("second value of the key " + key);
    }
    return metadata.text(key);
  }

  /** Adds a tensor of one dimension as F32. */
  public GgufWriter vector(String name, float... values) {
    return add(
        new Tensor(
            name,
            GgufType.F32,
            1,
            values.length,
            true,
            (row, into) -> System.arraycopy(values, 0, into, 0, values.length)));
  }

  /**
   * Adds a matrix.
   *
   * @param type F32, F16, Q4_0 or Q8_0; the last two want columns that are a multiple of 32
   * @param source asked for each row in order when the file is written
   */
  public GgufWriter matrix(String name, GgufType type, int rows, int columns, Rows source) {
    return add(new Tensor(name, type, rows, columns, false, source));
  }

  private GgufWriter add(Tensor tensor) {
    if (!GgufRowEncoder.knows(tensor.type) || !tensor.type.divides(tensor.columns)) {
      throw new IllegalArgumentException(
          "cannot write rows of %d as %s: %s".formatted(tensor.columns, tensor.type, tensor.name));
    }
    if (tensor.rows < 1 || tensor.columns < 1 || !names.add(tensor.name)) {
      throw new IllegalArgumentException("empty, or second tensor of the name " + tensor.name);
    }
    tensors.add(tensor);
    return this;
  }

  /** Writes the file, replacing one that is there. */
  public void write(Path file) throws IOException {
    try (FileChannel out = FileChannel.open(file, CREATE, WRITE, TRUNCATE_EXISTING)) {
      writeFully(out, ByteBuffer.wrap(header()));
      for (Tensor tensor : tensors) {
        writeTensor(out, tensor);
      }
    }
  }

  private byte[] header() {
    GgufOutput head = new GgufOutput();
    head.bytes("GGUF".getBytes(StandardCharsets.US_ASCII));
    head.integer(VERSION).whole(tensors.size()).whole(keys.size());
    head.bytes(metadata.toBytes());
    long offset = 0;
    for (Tensor tensor : tensors) {
      head.text(tensor.name).integer(tensor.vector ? 1 : 2).whole(tensor.columns);
      if (!tensor.vector) {
        head.whole(tensor.rows);
      }
      head.integer(tensor.type.id).whole(offset);
      offset += tensor.bytes() + padding(tensor.bytes());
    }
    head.bytes(new byte[padding(head.size())]);
    return head.toBytes();
  }

  private static void writeTensor(FileChannel out, Tensor tensor) throws IOException {
    int rowBytes = Math.toIntExact(tensor.type.rowBytes(tensor.columns));
    ByteBuffer buffer =
        ByteBuffer.allocateDirect(Math.max(FLUSH_BYTES, rowBytes + ALIGNMENT))
            .order(ByteOrder.LITTLE_ENDIAN);
    float[] row = new float[tensor.columns];
    for (int r = 0; r < tensor.rows; r++) {
      if (buffer.remaining() < rowBytes + ALIGNMENT) {
        writeFully(out, buffer.flip());
        buffer.clear();
      }
      tensor.source.read(r, row);
      GgufRowEncoder.encode(tensor.type, row, buffer);
    }
    buffer.put(new byte[padding(tensor.bytes())]);
    writeFully(out, buffer.flip());
  }

  private static int padding(long bytes) {
    return (int) (-bytes & (ALIGNMENT - 1));
  }

  private static void writeFully(FileChannel out, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
  }
}
