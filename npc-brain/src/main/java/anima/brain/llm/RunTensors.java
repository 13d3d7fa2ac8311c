package anima.brain.llm;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.onnxruntime.engine.OrtNDArray;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import anima.brain.llm.graph.DecoderGraph;
import anima.brain.llm.model.ModelConfig;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.HashMap;
import java.util.Map;

/**
 * The tensors of a run over a fixed number of sequences, tokens and rows, all in memory that Java
 * writes and reads in place; made once, run many times. Owned by the thread of its session.
 */
final class RunTensors implements AutoCloseable {
  private final NDManager manager;
  private final RunMemory memory;
  private final Map<String, OnnxTensor> inputs;
  private final Map<String, OnnxValue> outputs;
  private final int vocabulary;

  /** New tokens of all sequences. */
  private final int tokens;

  private final FloatBuffer hidden;
  private final IntBuffer lastIndex;
  private final IntBuffer total;
  private final FloatBuffer logits;

  /**
   * Binds a run.
   *
   * @param sequences how many slots the view has
   * @param tokens new tokens of each sequence
   * @param rows how many of the last tokens of each get logits
   */
  RunTensors(Llm llm, KvView cache, RunMemory memory, int sequences, int tokens, int rows) {
    ModelConfig config = llm.config();
    this.manager = llm.manager().newSubManager();
    this.memory = memory;
    this.inputs = new HashMap<>(cache.inputs());
    this.outputs = new HashMap<>(cache.outputs());
    this.vocabulary = config.vocabularyTokens();
    this.tokens = sequences * tokens;
    Shape hiddenShape = new Shape(sequences, tokens, config.hiddenSize());
    this.hidden = input(DecoderGraph.HIDDEN, hiddenShape, DataType.FLOAT32).asFloatBuffer();
    this.lastIndex =
        input(DecoderGraph.LAST_INDEX, new Shape(sequences), DataType.INT32).asIntBuffer();
    this.total = input(DecoderGraph.TOTAL, new Shape(), DataType.INT32).asIntBuffer();
    LongBuffer wanted = input(DecoderGraph.ROWS, new Shape(rows), DataType.INT64).asLongBuffer();
    for (int i = 0; i < rows; i++) {
      wanted.put(i, (long) tokens - rows + i);
    }
    long count = (long) sequences * rows * vocabulary;
    ByteBuffer given = memory.take(DecoderGraph.LOGITS, Float.BYTES * count);
    Shape shape = new Shape(sequences, rows, vocabulary);
    outputs.put(DecoderGraph.LOGITS, tensor(given, shape, DataType.FLOAT32));
    this.logits = given.asFloatBuffer();
  }

  private ByteBuffer input(String name, Shape shape, DataType type) {
    ByteBuffer bytes = memory.take(name, shape.size() * type.getNumOfBytes());
    inputs.put(name, tensor(bytes, shape, type));
    return bytes;
  }

  private OnnxTensor tensor(ByteBuffer bytes, Shape shape, DataType type) {
    return ((OrtNDArray) manager.create(bytes, shape, type)).getTensor();
  }

  /** Where the embedded tokens go, sequence behind sequence. */
  FloatBuffer hidden() {
    return hidden;
  }

  /** Says that after the run the cache of one sequence holds {@code length} tokens. */
  void length(int sequence, int length) {
    lastIndex.put(sequence, length - 1);
  }

  /**
   * Runs the graph.
   *
   * @param longest tokens of the longest sequence after the run
   */
  void run(Backend backend, int longest) {
    total.put(0, longest);
    backend.run(tokens, inputs, outputs);
  }

  /** Copies the logits of one row, counted over all sequences. */
  void readLogits(int row, float[] into) {
    logits.get(row * vocabulary, into, 0, vocabulary);
  }

  @Override
  public void close() {
    manager.close();
  }
}
