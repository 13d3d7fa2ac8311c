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
  private final SafetensorsFile file;
  private final Set<String> inputsFirst = new HashSet<>();

  private ModelWeights(ModelConfig config, SafetensorsFile file) {
    this.config = config;
    this.file = file;
  }

  /** Checks names, types and shapes; reads no values yet. */
  static ModelWeights of(ModelConfig config, SafetensorsFile file) throws ModelException {
    ModelWeights weights = new ModelWeights(config, file);
    weights.checkAll();
    return weights;
  }

  private void checkAll() throws ModelException {
    Set<String> used = new HashSet<>();
    for (ExpectedTensor tensor : ExpectedTensors.of(config)) {
      check(tensor, used);
    }
    if (config.headTied() && file.entry(HEAD).isPresent()) {
      check(ExpectedTensors.head(config), used);
    }
    for (String name : file.names()) {
      if (!used.contains(name) && !ExpectedTensors.computed(name)) {
        throw new ModelException(ModelFault.TENSOR_UNKNOWN, file.path(), name);
      }
    }
  }

  private void check(ExpectedTensor tensor, Set<String> used) throws ModelException {
    TensorEntry entry = checkShape(tensor.name(), tensor.shape());
    used.add(entry.name());
    if (tensor.inputsFirst()) {
      inputsFirst.add(tensor.name());
    }
    if (tensor.isMatrix() && config.rowsInt8() && entry.type() == TensorType.I8) {
      TensorEntry scales = checkShape(tensor.name() + SCALE_SUFFIX, List.of(tensor.shape().get(0)));
      checkFloat(scales, "F32, F16 or BF16");
      used.add(scales.name());
    } else {
      boolean int8 = tensor.isMatrix() && config.rowsInt8();
      checkFloat(entry, int8 ? "I8, F32, F16 or BF16" : "F32, F16 or BF16");
    }
  }

  private TensorEntry checkShape(String name, List<Long> shape) throws ModelException {
    TensorEntry entry = entry(name);
    if (!entry.shape().equals(shape)) {
      throw new ModelException(ModelFault.TENSOR_SHAPE, file.path(), name, entry.shape(), shape);
    }
    return entry;
  }

  private void checkFloat(TensorEntry entry, String wanted) throws ModelException {
    if (!entry.type().isFloat()) {
      throw new ModelException(
          ModelFault.TENSOR_TYPE, file.path(), entry.name(), entry.type(), wanted);
    }
  }

  private TensorEntry entry(String name) throws ModelException {
    return file.entry(name)
        .or(() -> file.entry(Gpt2Tensors.PREFIX + name))
        .orElseThrow(() -> new ModelException(ModelFault.TENSOR_MISSING, file.path(), name));
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
    TensorEntry entry = entry(name);
    int rows = Math.toIntExact(entry.shape().get(0));
    int columns = Math.toIntExact(entry.shape().get(1));
    if (entry.type() == TensorType.I8) {
      return new Int8Matrix(file.map(entry), vector(name + SCALE_SUFFIX), columns);
    }
    Matrix stored = new FloatMatrix(file.map(entry), entry.type(), rows, columns);
    return inputsFirst.contains(name) ? new TurnedMatrix(stored) : stored;
  }

  public float[] vector(String name) throws ModelException {
    TensorEntry entry = entry(name);
    float[] values = new float[Math.toIntExact(entry.shape().get(0))];
    new FloatMatrix(file.map(entry), entry.type(), 1, values.length).readFloats(0, values);
    for (float value : values) {
      if (!Float.isFinite(value)) {
        throw notFinite(name);
      }
    }
    return values;
  }

  public ModelException tooLarge(String name) {
    return new ModelException(
        ModelFault.TENSOR_ENTRY, file.path(), name, "it is larger than 2 GB in memory");
  }

  public ModelException notFinite(String name) {
    return new ModelException(ModelFault.TENSOR_VALUE, file.path(), name);
  }
}
