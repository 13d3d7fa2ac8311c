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
  public Matrix.Form form() {
    return isInt8() ? Matrix.Form.INT8_ROWS : Matrix.Form.FLOATS;
  }

  @Override
  public Matrix matrix() throws ModelException {
    return new FloatMatrix(map(size(0), size(1)), entry.type(), size(0), size(1));
  }

  @Override
  public Matrix int8Matrix(float[] scales) throws ModelException {
    return new Int8Matrix(map(size(0), size(1)), scales, size(1));
  }

  @Override
  public float[] vector() throws ModelException {
    float[] values = new float[size(0)];
    new FloatMatrix(map(1, size(0)), entry.type(), 1, size(0)).readFloats(0, values);
    return values;
  }

  private int size(int dimension) {
    return Math.toIntExact(entry.shape().get(dimension));
  }

  private MappedRows map(int rows, int columns) throws ModelException {
    long rowBytes = (long) columns * entry.type().bytes;
    return MappedRows.map(file, dataBegin + entry.beginByte(), rows, rowBytes);
  }
}
