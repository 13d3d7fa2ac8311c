package anima.brain.llm;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.onnxruntime.engine.OrtNDArray;
import ai.onnxruntime.OnnxTensor;
import anima.brain.llm.engine.NativeMemory;
import anima.brain.llm.graph.HeadLayout;
import anima.brain.llm.graph.LlamaGraph;
import anima.brain.llm.model.ModelConfig;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keys and values of one sequence, for all layers, f32[1, heads, room, head size] each. The same
 * memory is bound as the graph's input and output, so that a run only writes the new tokens. Owned
 * by the thread of its session.
 */
final class KvCache implements AutoCloseable {
  private final int heads;
  private final int room;
  private final int headSize;
  private final NDManager manager;
  private final List<ByteBuffer> memory = new ArrayList<>();
  private final Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
  private final Map<String, OnnxTensor> outputs = new LinkedHashMap<>();

  KvCache(NDManager parent, ModelConfig config, int room) {
    this.heads = config.keyHeads();
    this.room = room;
    this.headSize = HeadLayout.of(config.headSize()).wideSize();
    this.manager = parent.newSubManager();
    for (int l = 0; l < config.layers(); l++) {
      bind(LlamaGraph.pastKeys(l), LlamaGraph.presentKeys(l));
      bind(LlamaGraph.pastValues(l), LlamaGraph.presentValues(l));
    }
  }

  private void bind(String input, String output) {
    ByteBuffer bytes = NativeMemory.bytes((long) Float.BYTES * heads * room * headSize);
    NDArray array = manager.create(bytes, new Shape(1, heads, room, headSize), DataType.FLOAT32);
    OnnxTensor tensor = ((OrtNDArray) array).getTensor();
    memory.add(bytes);
    inputs.put(input, tensor);
    outputs.put(output, tensor);
  }

  Map<String, OnnxTensor> inputs() {
    return inputs;
  }

  Map<String, OnnxTensor> outputs() {
    return outputs;
  }

  /** Takes over the first tokens of another cache of the same model and room. */
  void copyFrom(KvCache other, int tokens) {
    int headBytes = Float.BYTES * room * headSize;
    int usedBytes = Float.BYTES * tokens * headSize;
    for (int i = 0; i < memory.size(); i++) {
      for (int head = 0; head < heads; head++) {
        int at = head * headBytes;
        memory.get(i).put(at, other.memory.get(i), at, usedBytes);
      }
    }
  }

  @Override
  public void close() {
    manager.close();
  }
}
