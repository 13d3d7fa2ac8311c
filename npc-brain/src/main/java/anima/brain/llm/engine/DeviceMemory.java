package anima.brain.llm.engine;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import ai.onnxruntime.TensorInfo.OnnxTensorType;
import com.sun.jna.Pointer;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;

/**
 * Tensors that live in the memory of a device. The runtime's Java binding can only make tensors in
 * the processor's memory, and copies every output there: a cache would cross the bus with each
 * token. Bound as input and output, these tensors stay where they are. Guarded by itself; must be
 * closed before its session.
 */
public final class DeviceMemory implements AutoCloseable {
  /** Of ONNXTensorElementDataType in onnxruntime_c_api.h. */
  private static final int ELEMENT_FLOAT = 1;

  private static final int ELEMENT_FLOAT16 = 10;

  private final OrtApi api = OrtApi.find();
  private final Pointer allocator;

  /** Guarded by this. */
  private final List<OnnxTensor> tensors = new ArrayList<>();

  /**
   * The memory that a session computes in.
   *
   * @throws EngineFault when the runtime has no such memory
   */
  public DeviceMemory(OrtSession session, ComputeDevice device) {
    this.allocator = api.newAllocator(session, device.memoryName());
  }

  /**
   * A tensor whose content is undefined.
   *
   * @throws EngineFault when the device has no room for it
   */
  public synchronized OnnxTensor allocate(DataType type, Shape shape) {
    long[] sizes = shape.getShape();
    OnnxTensor tensor =
        switch (type) {
          case FLOAT32 ->
              wrap(
                  api.newTensor(allocator, sizes, ELEMENT_FLOAT),
                  sizes,
                  OnnxJavaType.FLOAT,
                  OnnxTensorType.ONNX_TENSOR_ELEMENT_DATA_TYPE_FLOAT);
          case FLOAT16 ->
              wrap(
                  api.newTensor(allocator, sizes, ELEMENT_FLOAT16),
                  sizes,
                  OnnxJavaType.FLOAT16,
                  OnnxTensorType.ONNX_TENSOR_ELEMENT_DATA_TYPE_FLOAT16);
          default -> throw new IllegalArgumentException("not used here: " + type);
        };
    tensors.add(tensor);
    return tensor;
  }

  /** The binding's own constructors, which it keeps to itself; a test notices when they change. */
  private static OnnxTensor wrap(
      Pointer value, long[] sizes, OnnxJavaType type, OnnxTensorType element) {
    try {
      Constructor<TensorInfo> newInfo =
          TensorInfo.class.getDeclaredConstructor(
              long[].class, OnnxJavaType.class, OnnxTensorType.class);
      newInfo.setAccessible(true);
      Constructor<OnnxTensor> newTensor =
          OnnxTensor.class.getDeclaredConstructor(long.class, long.class, TensorInfo.class);
      newTensor.setAccessible(true);
      return newTensor.newInstance(
          Pointer.nativeValue(value), 0L, newInfo.newInstance(sizes, type, element));
    } catch (ReflectiveOperationException e) {
      throw new EngineFault("the runtime's tensors have another form", e);
    }
  }

  @Override
  public synchronized void close() {
    tensors.forEach(OnnxTensor::close);
    tensors.clear();
    api.releaseAllocator(allocator);
  }
}
