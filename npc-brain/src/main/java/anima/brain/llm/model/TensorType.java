package anima.brain.llm.model;

import java.util.Optional;

/** Element types of a safetensors file, with their size in bytes. */
public enum TensorType {
  BOOL(1),
  U8(1),
  I8(1),
  F8_E5M2(1),
  F8_E4M3(1),
  I16(2),
  U16(2),
  F16(2),
  BF16(2),
  I32(4),
  U32(4),
  F32(4),
  F64(8),
  I64(8),
  U64(8);

  public final int bytes;

  TensorType(int bytes) {
    this.bytes = bytes;
  }

  public static Optional<TensorType> named(String name) {
    for (TensorType type : values()) {
      if (type.name().equals(name)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /** Whether the runtime can read it as float. */
  public boolean isFloat() {
    return this == F32 || this == F16 || this == BF16;
  }
}
