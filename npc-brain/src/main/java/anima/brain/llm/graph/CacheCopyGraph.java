package anima.brain.llm.graph;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;

/**
 * Writes a graph that computes nothing and only copies a whole cache, from where its inputs are to
 * where its outputs are: so the runtime moves it to and from a graphics card.
 */
public final class CacheCopyGraph {
  private CacheCopyGraph() {}

  /** Copies numbers of one type as numbers of another. */
  public static OnnxWriter write(int layers, DataType from, DataType to, Shape shape) {
    OnnxWriter graph = new OnnxWriter();
    Object[] sizes = Arrays.stream(shape.getShape()).boxed().toArray();
    for (int l = 0; l < layers; l++) {
      copy(graph, DecoderGraph.pastKeys(l), DecoderGraph.presentKeys(l), from, to, sizes);
      copy(graph, DecoderGraph.pastValues(l), DecoderGraph.presentValues(l), from, to, sizes);
    }
    return graph;
  }

  private static void copy(
      OnnxWriter graph, String input, String output, DataType from, DataType to, Object... sizes) {
    graph.input(input, from, sizes);
    graph.node("Cast", List.of(input), output, "to", OnnxWriter.onnxType(to));
    graph.output(output, to, sizes);
  }
}
