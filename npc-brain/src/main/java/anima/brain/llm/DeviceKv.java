package anima.brain.llm;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import anima.brain.llm.engine.ComputeDevice;
import anima.brain.llm.engine.DeviceMemory;
import anima.brain.llm.graph.CacheCopyGraph;
import anima.brain.llm.graph.DecoderGraph;
import anima.brain.llm.graph.HeadLayout;
import anima.brain.llm.graph.OnnxWriter;
import anima.brain.llm.model.ModelConfig;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Caches in the memory of a graphics card, where a run finds and leaves them; only snapshots cross
 * the bus, over a slot in the machine's memory. Each slot has tensors of its own, made when it is
 * first used. Guarded by itself.
 */
final class DeviceKv implements KvStore {
  private final ComputeDevice device;
  private final int layers;
  private final DataType type;
  private final Shape shape;
  private final DeviceMemory memory;
  private final KvSlab staging;
  private final OrtSession within;
  private final OrtSession out;
  private final OrtSession in;

  /** Guarded by this. */
  private final Map<Integer, KvView> slots = new HashMap<>();

  /**
   * Makes room for no slot yet.
   *
   * @param model a session on the device, which stays open longer than this
   * @param type of the numbers on the device
   * @throws OrtException when the device cannot copy
   */
  DeviceKv(
      NDManager parent,
      ModelConfig config,
      int room,
      ComputeDevice device,
      OrtSession model,
      DataType type)
      throws OrtException {
    this.device = device;
    this.layers = config.layers();
    this.type = type;
    this.shape = new Shape(1, config.keyHeads(), room, HeadLayout.of(config.headSize()).wideSize());
    this.staging = new KvSlab(parent, config, 1, room);
    this.memory = new DeviceMemory(model, device);
    this.within = open(CacheCopyGraph.write(layers, type, type, shape));
    this.out = open(CacheCopyGraph.write(layers, type, DataType.FLOAT32, shape));
    this.in = open(CacheCopyGraph.write(layers, DataType.FLOAT32, type, shape));
  }

  private OrtSession open(OnnxWriter graph) throws OrtException {
    try (OrtSession.SessionOptions settings = new OrtSession.SessionOptions()) {
      device.addTo(settings);
      return OrtEnvironment.getEnvironment().createSession(graph.toBytes(), settings);
    }
  }

  @Override
  public int tokenBytes() {
    return staging.tokenBytes();
  }

  @Override
  public int rowsBytes(int tokens) {
    return staging.rowsBytes(tokens);
  }

  @Override
  public boolean joinsSlots() {
    return false;
  }

  @Override
  public synchronized KvView view(SlotRange range) {
    if (range.count() != 1) {
      throw new IllegalArgumentException("slots on a card cannot be joined: " + range);
    }
    return slots.computeIfAbsent(range.first(), slot -> allocate());
  }

  private KvView allocate() {
    Map<String, OnnxTensor> inputs = new HashMap<>();
    Map<String, OnnxTensor> outputs = new HashMap<>();
    for (int l = 0; l < layers; l++) {
      OnnxTensor keys = memory.allocate(type, shape);
      inputs.put(DecoderGraph.pastKeys(l), keys);
      outputs.put(DecoderGraph.presentKeys(l), keys);
      OnnxTensor values = memory.allocate(type, shape);
      inputs.put(DecoderGraph.pastValues(l), values);
      outputs.put(DecoderGraph.presentValues(l), values);
    }
    return new KvView(inputs, outputs);
  }

  private KvView slot(int slot) {
    return view(new SlotRange(slot, 1));
  }

  private KvView stage() {
    return staging.view(new SlotRange(0, 1));
  }

  @Override
  public synchronized void copy(int from, int to, int tokens) {
    run(within, slot(from), slot(to));
  }

  @Override
  public synchronized ByteBuffer read(int slot, int from, int to) {
    run(out, slot(slot), stage());
    return staging.read(0, from, to);
  }

  @Override
  public synchronized void write(
      int slot, int position, ByteBuffer copy, int copied, int skip, int count) {
    if (position > 0) {
      run(out, slot(slot), stage());
    }
    staging.write(0, position, copy, copied, skip, count);
    run(in, stage(), slot(slot));
  }

  private void run(OrtSession copying, KvView from, KvView to) {
    try {
      device.run(copying, from.inputs(), to.outputs()).close();
    } catch (OrtException e) {
      throw new RunFailedException("a cache could not be copied", e);
    }
  }

  @Override
  public synchronized void close() {
    memory.close();
    staging.close();
    for (OrtSession copying : List.of(within, out, in)) {
      try {
        copying.close();
      } catch (OrtException e) {
        throw new IllegalStateException("the cache could not be closed", e);
      }
    }
  }
}
