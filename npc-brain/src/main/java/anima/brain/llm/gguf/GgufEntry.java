package anima.brain.llm.gguf;

import java.util.List;

/**
 * Where one tensor lies in a GGUF file.
 *
 * @param shape sizes from the slowest to the fastest dimension, all at least 1
 * @param beginByte its first byte
 */
record GgufEntry(String name, GgufType type, List<Long> shape, long beginByte, long bytes) {
  GgufEntry {
    shape = List.copyOf(shape);
  }

  GgufEntry moved(long by) {
    return new GgufEntry(name, type, shape, beginByte + by, bytes);
  }
}
