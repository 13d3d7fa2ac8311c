package anima.brain.llm.model;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Collects tensors and writes them as a safetensors file that {@link ModelFolder} reads. Equal
 * tensors in equal order give equal bytes. Owned by one thread.
 */
public final class SafetensorsWriter {
  private static final int HEADER_ALIGNMENT = 8;
  private static final int INT8_LARGEST = 127;

  private final JsonObject header = new JsonObject();
  private final Map<String, ByteBuffer> tensors = new LinkedHashMap<>();
  private long end;

  /** Adds a tensor as F32. */
  public SafetensorsWriter floats(String name, float[] values, int... shape) {
    ByteBuffer bytes = littleEndian(Float.BYTES * values.length);
    bytes.asFloatBuffer().put(values);
    return add(name, TensorType.F32, bytes, shape);
  }

  /**
   * Adds a matrix as int8 rows: I8[rows, columns] and F32[rows] under {@code name + "_scale"},
   * where a value is byte times scale.
   */
  public SafetensorsWriter int8Rows(String name, float[] values, int rows, int columns) {
    ByteBuffer bytes = littleEndian(values.length);
    float[] scales = new float[rows];
    for (int row = 0; row < rows; row++) {
      float largest = 0;
      for (int i = row * columns; i < (row + 1) * columns; i++) {
        largest = Math.max(largest, Math.abs(values[i]));
      }
      scales[row] = largest == 0 ? 1 : largest / INT8_LARGEST;
      for (int i = row * columns; i < (row + 1) * columns; i++) {
        bytes.put(i, (byte) Math.round(values[i] / scales[row]));
      }
    }
    add(name, TensorType.I8, bytes, rows, columns);
    return floats(name + ModelWeights.SCALE_SUFFIX, scales, rows);
  }

  public SafetensorsWriter add(String name, TensorType type, ByteBuffer bytes, int... shape) {
    JsonArray sizes = new JsonArray();
    long count = type.bytes;
    for (int size : shape) {
      sizes.add(size);
      count *= size;
    }
    if (count != bytes.remaining() || tensors.put(name, bytes) != null) {
      throw new IllegalArgumentException("wrong size or second tensor of the name " + name);
    }
    JsonArray offsets = new JsonArray();
    offsets.add(end);
    offsets.add(end + count);
    JsonObject entry = new JsonObject();
    entry.addProperty("dtype", type.name());
    entry.add("shape", sizes);
    entry.add("data_offsets", offsets);
    header.add(name, entry);
    end += count;
    return this;
  }

  /** Writes the file, replacing one that is there. */
  public void write(Path file) throws IOException {
    String json = header.toString();
    int padding = -json.getBytes(StandardCharsets.UTF_8).length & (HEADER_ALIGNMENT - 1);
    byte[] head = (json + " ".repeat(padding)).getBytes(StandardCharsets.UTF_8);
    try (FileChannel out = FileChannel.open(file, CREATE, WRITE, TRUNCATE_EXISTING)) {
      writeFully(out, littleEndian(Long.BYTES).putLong(0, head.length));
      writeFully(out, ByteBuffer.wrap(head));
      for (ByteBuffer tensor : tensors.values()) {
        writeFully(out, tensor.duplicate());
      }
    }
  }

  private static void writeFully(FileChannel out, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
  }

  public static ByteBuffer littleEndian(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
