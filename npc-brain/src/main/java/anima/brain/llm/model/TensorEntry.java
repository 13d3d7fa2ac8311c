package anima.brain.llm.model;

import java.util.List;

/**
 * Where one tensor lies in a safetensors file.
 *
 * @param shape sizes from the slowest to the fastest dimension
 * @param beginByte first byte, counted from the end of the header
 * @param endByte byte behind the last one
 */
public record TensorEntry(
    String name, TensorType type, List<Long> shape, long beginByte, long endByte) {
  public TensorEntry {
    shape = List.copyOf(shape);
  }

  public long bytes() {
    return endByte - beginByte;
  }
}
