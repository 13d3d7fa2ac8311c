package anima.brain.llm.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The tensors of a model by their Hugging Face names, each checked against the configuration: all
 * there, nothing else there, right shape, readable type, finite. Immutable; any thread.
 */
public final class ModelWeights {
  public static final String HEAD = "lm_head.weight";
  public static final String SCALE_SUFFIX = "_scale";

  private final ModelConfig config;
  private final TensorSource source;
  private final Set<String> inputsFirst = new HashSet<>();

  private ModelWeights(ModelConfig config, TensorSource source) {
    this.config = config;
    this.source = source;
  }

  /** Checks names, types and shapes; reads no values yet. */
  static ModelWeights of(ModelConfig config, TensorSource source) throws ModelException {
    ModelWeights weights = new ModelWeights(config, source);
    weights.checkAll();
    return weights;
  }

  private void checkAll() throws ModelException {
    Set<String> used = new HashSet<>();
    for (ExpectedTensor tensor : ExpectedTensors.of(config)) {
      check(tensor, used);
    }
    if (config.headTied() && source.find(HEAD).isPresent()) {
      check(ExpectedTensors.head(config), used);
    }
    for (String name : source.names()) {
      if (!used.contains(name) && !ExpectedTensors.computed(name)) {
        throw new ModelException(ModelFault.TENSOR_UNKNOWN, source.path(), name);
      }
    }
  }

  private void check(ExpectedTensor tensor, Set<String> used) throws ModelException {
    StoredTensor entry = checkShape(tensor.name(), tensor.shape());
    used.add(entry.name());
    if (tensor.inputsFirst()) {
      inputsFirst.add(tensor.name());
    }
    if (tensor.isMatrix() && config.rowsInt8() && entry.isInt8()) {
      StoredTensor scales =
          checkShape(tensor.name() + SCALE_SUFFIX, List.of(tensor.shape().get(0)));
      checkFloat(scales, "F32, F16 or BF16");
      used.add(scales.name());
    } else {
      boolean int8 = tensor.isMatrix() && config.rowsInt8();
      checkFloat(entry, int8 ? "I8, F32, F16 or BF16" : "F32, F16 or BF16");
    }
  }

  private StoredTensor checkShape(String name, List<Long> shape) throws ModelException {
    StoredTensor entry = entry(name);
    if (!entry.shape().equals(shape)) {
      throw new ModelException(ModelFault.TENSOR_SHAPE, source.path(), name, entry.shape(), shape);
    }
    return entry;
  }

  private void checkFloat(StoredTensor entry, String wanted) throws ModelException {
    if (!entry.readable()) {
      throw new ModelException(
          ModelFault.TENSOR_TYPE, source.path(), entry.name(), entry.typeName(), wanted);
    }
  }

  private StoredTensor entry(String name) throws ModelException {
    return source
        .find(name)
        .or(() -> source.find(Gpt2Tensors.PREFIX + name))
        .orElseThrow(() -> new ModelException(ModelFault.TENSOR_MISSING, source.path(), name));
  }

  /** Whether all matrices are stored in blocks of 4 bits. */
  public boolean inFourBits() throws ModelException {
    for (ExpectedTensor tensor : ExpectedTensors.of(config)) {
      if (tensor.isMatrix() && matrix(tensor.name()).form != Matrix.Form.INT4_BLOCKS) {
        return false;
      }
    }
    return head().form == Matrix.Form.INT4_BLOCKS;
  }

  /** The rows that turn tokens into vectors. */
  public Matrix embedding() throws ModelException {
    return matrix(config.architecture().embedding());
  }

  public Matrix head() throws ModelException {
    return config.headTied() ? embedding() : matrix(HEAD);
  }

  /** A matrix as [outputs, inputs], however it is stored. */
  public Matrix matrix(String name) throws ModelException {
    StoredTensor entry = entry(name);
    if (entry.isInt8()) {
      return entry.int8Matrix(vector(name + SCALE_SUFFIX));
    }
    return inputsFirst.contains(name) ? new TurnedMatrix(entry.matrix()) : entry.matrix();
  }

  public float[] vector(String name) throws ModelException {
    float[] values = entry(name).vector();
    for (float value : values) {
      if (!Float.isFinite(value)) {
        throw notFinite(name);
      }
    }
    return values;
  }

  /** The memory of a matrix in some format, in bytes. */
  @FunctionalInterface
  public interface MatrixBytes {
    long of(Matrix.Form form, long rows, long columns);
  }

  /** The memory of all that is multiplied; the rows that turn tokens into vectors stay on disk. */
  public long bytes(MatrixBytes size) throws ModelException {
    long bytes = 0;
    for (ExpectedTensor tensor : ExpectedTensors.of(config)) {
      boolean mapped = tensor.name().equals(config.architecture().embedding());
      if (tensor.isMatrix() && (!mapped || config.headTied())) {
        List<Long> shape = tensor.shape();
        bytes += size.of(entry(tensor.name()).form(), shape.get(0), shape.get(1));
      }
    }
    return bytes;
  }

  public ModelException tooLarge(String name) {
    return new ModelException(
        ModelFault.TENSOR_ENTRY, source.path(), name, "it is larger than 2 GB in memory");
  }

  public ModelException notFinite(String name) {
    return new ModelException(ModelFault.TENSOR_VALUE, source.path(), name);
  }
}
