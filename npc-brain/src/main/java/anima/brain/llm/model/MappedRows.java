package anima.brain.llm.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a tensor, mapped into memory through windows of whole rows, because a buffer of Java
 * ends at 2 GB and a tensor may not. Immutable; any thread.
 */
public final class MappedRows {
  private static final long WINDOW_BYTES_MAX = 1 << 30;

  private final List<ByteBuffer> windows;
  private final int windowRows;
  private final int rowBytes;

  private MappedRows(List<ByteBuffer> windows, int windowRows, int rowBytes) {
    this.windows = List.copyOf(windows);
    this.windowRows = windowRows;
    this.rowBytes = rowBytes;
  }

  /** All rows in one buffer, which is little-endian. */
  public static MappedRows of(ByteBuffer bytes, int rowBytes) {
    return new MappedRows(List.of(bytes), Integer.MAX_VALUE, rowBytes);
  }

  /**
   * Maps a part of a file, which must be inside of it.
   *
   * @param begin first byte of the first row
   */
  public static MappedRows map(Path file, long begin, long rows, long rowBytes)
      throws ModelException {
    return map(file, begin, rows, rowBytes, WINDOW_BYTES_MAX);
  }

  static MappedRows map(Path file, long begin, long rows, long rowBytes, long windowBytesMax)
      throws ModelException {
    if (rowBytes > windowBytesMax) {
      throw new ModelException(ModelFault.UNREADABLE, file, "a row of a tensor exceeds 1 GB");
    }
    long windowRows = Math.max(1, windowBytesMax / Math.max(1, rowBytes));
    List<ByteBuffer> windows = new ArrayList<>();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      if (channel.size() < begin + rows * rowBytes) {
        throw new IOException("the file became shorter");
      }
      for (long row = 0; row < rows; row += windowRows) {
        long bytes = Math.min(windowRows, rows - row) * rowBytes;
        windows.add(
            channel
                .map(FileChannel.MapMode.READ_ONLY, begin + row * rowBytes, bytes)
                .order(ByteOrder.LITTLE_ENDIAN));
      }
    } catch (IOException e) {
      throw new ModelException(ModelFault.UNREADABLE, file, e);
    }
    return new MappedRows(windows, (int) Math.min(windowRows, Integer.MAX_VALUE), (int) rowBytes);
  }

  /** The buffer that holds the row; read from it only with absolute indices. */
  public ByteBuffer buffer(int row) {
    return windows.get(row / windowRows);
  }

  /** Where the row begins in {@link #buffer}. */
  public int begin(int row) {
    return row % windowRows * rowBytes;
  }
}
