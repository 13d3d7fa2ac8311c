package anima.brain.llm.graph;

import anima.brain.llm.model.ModelConfig;
import anima.brain.llm.model.ModelException;
import java.util.List;

/**
 * Normalises each head of query and key before they are turned. ONNX Runtime's attention operator
 * does it itself only on graphics processors, where it recognises the nodes written here (version
 * 1.29, GroupQueryAttentionPreNormFusion). Owned by one thread.
 */
final class HeadNorms {
  private final ModelConfig config;
  private final HeadLayout layout;
  private final GraphParts parts;

  HeadNorms(ModelConfig config, HeadLayout layout, GraphParts parts) {
    this.config = config;
    this.layout = layout;
    this.parts = parts;
  }

  /** Splits what one product made and returns query, key and value. */
  List<String> write(String self, String packed) throws ModelException {
    long query = (long) config.heads() * layout.wideSize();
    long key = (long) config.keyHeads() * layout.wideSize();
    String sizes = parts.integers(self + "split_sizes", query, key, key);
    String value = self + "value";
    parts.graph.node(
        "",
        "Split",
        List.of(packed, sizes),
        List.of(self + "query", self + "key", value),
        "axis",
        -1);
    return List.of(
        norm(self, "query", "q_norm", config.heads()),
        norm(self, "key", "k_norm", config.keyHeads()),
        value);
  }

  private String norm(String self, String in, String name, int heads) throws ModelException {
    String split = parts.integers(self + in + "_heads", 0, 0, heads, layout.wideSize());
    String joined = parts.integers(self + in + "_joined", 0, 0, (long) heads * layout.wideSize());
    String each = parts.graph.node("Reshape", List.of(self + in, split), self + in + "_each");
    String normal = writeNorm(each, self + name);
    return parts.graph.node("Reshape", List.of(normal, joined), self + in + "_normal");
  }

  /**
   * The zeros of a widened head make its mean of squares smaller by size/wideSize; the same factor
   * on epsilon and its root on the weights undo that.
   */
  private String writeNorm(String in, String name) throws ModelException {
    double share = (double) layout.size() / layout.wideSize();
    float[] weight = layout.widen(parts.weights.vector(name + ".weight"), 1).clone();
    for (int i = 0; i < weight.length; i++) {
      weight[i] *= (float) Math.sqrt(share);
    }
    return parts.rootMeanSquareNorm(
        in, parts.floats(name + ".weight", weight), config.normEpsilon() * share, name + "_out");
  }
}
