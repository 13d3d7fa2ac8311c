package anima.brain.llm;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.onnxruntime.engine.OrtNDArray;
import ai.onnxruntime.OnnxTensor;
import anima.brain.llm.engine.NativeMemory;
import anima.brain.llm.graph.DecoderGraph;
import anima.brain.llm.graph.HeadLayout;
import anima.brain.llm.model.ModelConfig;
import anima.brain.llm.vector.CacheRows;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keys and values of all sequences of a model. For each layer it holds two tensors f32[slots,
 * heads, room, head size]; a sequence lives in one slot. Slots lie behind each other, so that
 * neighbours can be bound as one batch, and the same memory is bound as the graph's input and
 * output, so that a run writes the new tokens and copies nothing.
 *
 * <p>The views are guarded by this object; the memory of a slot is owned by the thread of its
 * session.
 */
final class KvSlab implements KvStore {
  private final int heads;
  private final int room;
  private final int headSize;
  private final NDManager manager;
  private final List<ByteBuffer> memory = new ArrayList<>();

  /** Made once for each range of slots that ever ran together. Guarded by this. */
  private final Map<SlotRange, KvView> views = new HashMap<>();

  /**
   * Allocates the memory.
   *
   * @param room tokens of one sequence
   */
  KvSlab(NDManager parent, ModelConfig config, int slots, int room) {
    this.heads = config.keyHeads();
    this.room = room;
    this.headSize = HeadLayout.of(config.headSize()).wideSize();
    this.manager = parent.newSubManager();
    for (int i = 0; i < 2 * config.layers(); i++) {
      memory.add(NativeMemory.bytes(slotBytes() * slots));
    }
  }

  /** What a cache of this shape takes, in bytes. */
  static long bytes(ModelConfig config, int slots, int room) {
    long headSize = HeadLayout.of(config.headSize()).wideSize();
    return 2L * config.layers() * slots * config.keyHeads() * room * headSize * Float.BYTES;
  }

  private long slotBytes() {
    return (long) Float.BYTES * heads * room * headSize;
  }

  @Override
  public int tokenBytes() {
    return memory.size() * heads * headSize * Float.BYTES;
  }

  @Override
  public boolean joinsSlots() {
    return true;
  }

  @Override
  public synchronized KvView view(SlotRange range) {
    return views.computeIfAbsent(range, this::bind);
  }

  private KvView bind(SlotRange range) {
    Map<String, OnnxTensor> inputs = new HashMap<>();
    Map<String, OnnxTensor> outputs = new HashMap<>();
    int begin = Math.toIntExact(slotBytes() * range.first());
    int bytes = Math.toIntExact(slotBytes() * range.count());
    for (int i = 0; i < memory.size(); i++) {
      ByteBuffer part = memory.get(i).slice(begin, bytes).order(ByteOrder.nativeOrder());
      Shape shape = new Shape(range.count(), heads, room, headSize);
      OnnxTensor tensor = ((OrtNDArray) manager.create(part, shape, DataType.FLOAT32)).getTensor();
      boolean keys = i % 2 == 0;
      int layer = i / 2;
      inputs.put(keys ? DecoderGraph.pastKeys(layer) : DecoderGraph.pastValues(layer), tensor);
      outputs.put(
          keys ? DecoderGraph.presentKeys(layer) : DecoderGraph.presentValues(layer), tensor);
    }
    return new KvView(inputs, outputs);
  }

  @Override
  public void copy(int from, int to, int tokens) {
    for (ByteBuffer tensor : memory) {
      for (int head = 0; head < heads; head++) {
        tensor.put(at(to, head, 0), tensor, at(from, head, 0), rowsBytes(tokens));
      }
    }
  }

  @Override
  public ByteBuffer read(int slot, int from, int to) {
    ByteBuffer copy = NativeMemory.bytes((long) tokenBytes() * (to - from));
    int bytes = rowsBytes(to - from);
    int end = 0;
    for (ByteBuffer tensor : memory) {
      for (int head = 0; head < heads; head++) {
        copy.put(end, tensor, at(slot, head, from), bytes);
        end += bytes;
      }
    }
    return copy;
  }

  @Override
  public void write(int slot, int position, ByteBuffer copy, int copied, int skip, int count) {
    int stride = rowsBytes(copied);
    int begin = rowsBytes(skip);
    for (ByteBuffer tensor : memory) {
      for (int head = 0; head < heads; head++) {
        tensor.put(at(slot, head, position), copy, begin, rowsBytes(count));
        begin += stride;
      }
    }
  }

  /** A slot as the decoder in Java sees it. */
  CacheRows rows(int slot) {
    List<FloatBuffer> floats = memory.stream().map(ByteBuffer::asFloatBuffer).toList();
    return new CacheRows() {
      @Override
      public void read(int tensor, int head, int from, int to, float[] into, int at) {
        int begin = KvSlab.this.at(slot, head, from) / Float.BYTES;
        floats.get(tensor).get(begin, into, at, (to - from) * headSize);
      }

      @Override
      public void write(int tensor, int head, int position, float[] from, int at) {
        int begin = KvSlab.this.at(slot, head, position) / Float.BYTES;
        floats.get(tensor).put(begin, from, at, headSize);
      }
    };
  }

  private int at(int slot, int head, int position) {
    return (((slot * heads) + head) * room + position) * headSize * Float.BYTES;
  }

  @Override
  public int rowsBytes(int tokens) {
    return tokens * headSize * Float.BYTES;
  }

  @Override
  public void close() {
    manager.close();
  }
}
