package anima.brain.llm.gguf;

import anima.brain.llm.model.FloatMatrix;
import anima.brain.llm.model.MappedRows;
import anima.brain.llm.model.Matrix;
import anima.brain.llm.model.ModelException;
import anima.brain.llm.model.StoredTensor;
import anima.brain.llm.model.TensorType;
import java.util.List;

/**
 * A tensor of a GGUF file under its Hugging Face name. Immutable; any thread.
 *
 * @param turnedHeadSize width of the heads whose rows have another order in the file, as {@link
 *     UnturnedMatrix} says; 0 for none
 */
record GgufTensor(GgufFile file, GgufEntry entry, String name, int turnedHeadSize)
    implements StoredTensor {
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
    return true;
  }

  @Override
  public boolean isInt8() {
    return false;
  }

  @Override
  public Matrix.Form form() {
    return entry.type().form;
  }

  @Override
  public Matrix matrix() throws ModelException {
    Matrix stored = rows(size(0), size(1));
    return turnedHeadSize == 0 ? stored : new UnturnedMatrix(stored, turnedHeadSize);
  }

  @Override
  public Matrix int8Matrix(float[] scales) {
    throw new UnsupportedOperationException(name + " is " + entry.type());
  }

  @Override
  public float[] vector() throws ModelException {
    float[] stored = new float[size(0)];
    rows(1, stored.length).readFloats(0, stored);
    if (turnedHeadSize == 0) {
      return stored;
    }
    float[] values = new float[stored.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = stored[UnturnedMatrix.rowInFile(i, turnedHeadSize)];
    }
    return values;
  }

  private Matrix rows(int rows, int columns) throws ModelException {
    MappedRows bytes = file.map(entry);
    return switch (entry.type()) {
      case F32 -> new FloatMatrix(bytes, TensorType.F32, rows, columns);
      case F16 -> new FloatMatrix(bytes, TensorType.F16, rows, columns);
      case BF16 -> new FloatMatrix(bytes, TensorType.BF16, rows, columns);
      default -> new BlockMatrix(bytes, entry.type(), rows, columns);
    };
  }

  private int size(int dimension) {
    return Math.toIntExact(entry.shape().get(dimension));
  }
}
