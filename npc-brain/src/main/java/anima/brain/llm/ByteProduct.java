package anima.brain.llm;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.onnxruntime.engine.OrtNDArray;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import anima.brain.llm.engine.NativeMemory;
import anima.brain.llm.graph.OnnxWriter;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

/**
 * Whether this processor multiplies unsigned by signed bytes exactly. Those without VNNI (x86
 * before about 2019) add pairs of products in 16 bits, where large ones are cut off
 * (onnxruntime.ai, "Quantize ONNX models", on U8S8). Tried out with the largest numbers.
 */
final class ByteProduct {
  private static final int TERMS = 64;
  private static final int OUTPUTS = 64;
  private static final int LARGEST = 127;

  private ByteProduct() {}

  static boolean isExact(NDManager manager) throws OrtException {
    OnnxWriter graph = new OnnxWriter();
    graph.input("in", DataType.FLOAT32, 1, TERMS);
    graph.initializer(
        "weights", DataType.INT8, NativeMemory.filled(TERMS * OUTPUTS, LARGEST), TERMS, OUTPUTS);
    graph.initializer("scale", DataType.FLOAT32, NativeMemory.floats(1), 1);
    graph.node(
        OnnxWriter.MICROSOFT,
        "DynamicQuantizeMatMul",
        List.of("in", "weights", "scale"),
        List.of("out"));
    graph.output("out", DataType.FLOAT32, 1, OUTPUTS);
    ByteBuffer ones = NativeMemory.bytes((long) Float.BYTES * TERMS);
    for (int i = 0; i < TERMS; i++) {
      ones.putFloat(Float.BYTES * i, 1);
    }
    try (NDManager own = manager.newSubManager();
        OrtSession.SessionOptions settings = new OrtSession.SessionOptions()) {
      settings.setIntraOpNumThreads(1);
      settings.addExternalInitializers(Graphs.tensors(graph, own));
      OnnxTensor in =
          ((OrtNDArray) own.create(ones, new Shape(1, TERMS), DataType.FLOAT32)).getTensor();
      try (OrtSession session =
              OrtEnvironment.getEnvironment().createSession(graph.toBytes(), settings);
          OrtSession.Result result = session.run(Map.of("in", in))) {
        float sum = ((float[][]) result.get(0).getValue())[0][0];
        return Math.abs(sum - TERMS * LARGEST) < 1;
      }
    }
  }
}
