package anima.brain.llm.model;

import java.nio.file.Path;
import java.util.List;

/**
 * A tensor of a safetensors file. Immutable; any thread.
 *
 * @param dataBegin where the file's data begins, in bytes
 */
record SafetensorsTensor(Path file, long dataBegin, TensorEntry entry) implements StoredTensor {
  @Override
  public String name() {
    return entry.name();
  }

  @Override
  public List<Long> shape() {
    return entry.shape();
  }

  @Override
  public String typeName() {
    return entry.type().name();
  }

  @Override
  public boolean readable() {
    return entry.type().isFloat();
  }

  @Override
  public boolean isInt8() {
    return entry.type() == TensorType.I8;
  }

  @Override
  public Matrix matrix(int rows, int columns) throws ModelException {
    return new FloatMatrix(map(rows, columns), entry.type(), rows, columns);
  }

  @Override
  public Matrix int8Matrix(float[] scales, int columns) throws ModelException {
    return new Int8Matrix(map(scales.length, columns), scales, columns);
  }

  private MappedRows map(long rows, long columns) throws ModelException {
    return MappedRows.map(file, dataBegin + entry.beginByte(), rows, columns * entry.type().bytes);
  }
}
