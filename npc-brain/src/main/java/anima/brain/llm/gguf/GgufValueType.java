package anima.brain.llm.gguf;

import java.util.Optional;

/** Types of metadata values. */
enum GgufValueType {
  UINT8(0, 1),
  INT8(1, 1),
  UINT16(2, 2),
  INT16(3, 2),
  UINT32(4, 4),
  INT32(5, 4),
  FLOAT32(6, 4),
  BOOL(7, 1),
  TEXT(8, 8),
  ARRAY(9, 12),
  UINT64(10, 8),
  INT64(11, 8),
  FLOAT64(12, 8);

  /** The number in the file. */
  final int id;

  /** Bytes of the shortest value. */
  final int bytesMin;

  GgufValueType(int id, int bytesMin) {
    this.id = id;
    this.bytesMin = bytesMin;
  }

  static Optional<GgufValueType> of(long id) {
    for (GgufValueType type : values()) {
      if (type.id == id) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
