package anima.brain.llm.graph;

import ai.djl.ndarray.types.DataType;
import anima.brain.llm.model.ModelConfig;
import java.util.ArrayList;
import java.util.List;

/** Writes the attention operator of a layer and declares its cache. Owned by one thread. */
final class AttentionWriter {
  private final ModelConfig config;
  private final HeadLayout layout;
  private final OnnxWriter graph;

  AttentionWriter(ModelConfig config, HeadLayout layout, OnnxWriter graph) {
    this.config = config;
    this.layout = layout;
    this.graph = graph;
  }

  /**
   * Adds the operator.
   *
   * @param queryKeyValue three inputs, or one that holds all, in widened heads
   * @param rotaryTables cosines and sines when the operator is to turn queries and keys, else none
   * @return {@code out}, the mixed values in widened heads
   */
  String write(int l, List<String> queryKeyValue, List<String> rotaryTables, String out) {
    declareCache(l);
    List<String> inputs = new ArrayList<>(queryKeyValue);
    while (inputs.size() < 3) {
      inputs.add("");
    }
    inputs.add(DecoderGraph.pastKeys(l));
    inputs.add(DecoderGraph.pastValues(l));
    inputs.add(DecoderGraph.LAST_INDEX);
    inputs.add(DecoderGraph.TOTAL);
    inputs.addAll(rotaryTables);
    return graph.node(
        OnnxWriter.MICROSOFT,
        "GroupQueryAttention",
        inputs,
        List.of(out, DecoderGraph.presentKeys(l), DecoderGraph.presentValues(l)),
        "num_heads",
        config.heads(),
        "kv_num_heads",
        config.keyHeads(),
        "do_rotary",
        rotaryTables.isEmpty() ? 0 : 1,
        "scale",
        (float) (1 / Math.sqrt(config.headSize())));
  }

  private void declareCache(int l) {
    Object[] past = {"batch", config.keyHeads(), "room", layout.wideSize()};
    Object[] present = {"batch", config.keyHeads(), "room_after", layout.wideSize()};
    graph.input(DecoderGraph.pastKeys(l), DataType.FLOAT32, past);
    graph.input(DecoderGraph.pastValues(l), DataType.FLOAT32, past);
    graph.output(DecoderGraph.presentKeys(l), DataType.FLOAT32, present);
    graph.output(DecoderGraph.presentValues(l), DataType.FLOAT32, present);
  }
}
