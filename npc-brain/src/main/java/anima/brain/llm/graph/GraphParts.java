package anima.brain.llm.graph;

import ai.djl.ndarray.types.DataType;
import anima.brain.llm.engine.NativeMemory;
import anima.brain.llm.model.Matrix;
import anima.brain.llm.model.ModelException;
import anima.brain.llm.model.ModelWeights;
import java.util.List;

/**
 * The parts that all decoders are made of. Each method adds nodes to the graph and returns the name
 * of their output. Owned by one thread.
 */
final class GraphParts {
  final OnnxWriter graph;
  final ModelWeights weights;
  private final MatrixPacker packer;

  GraphParts(OnnxWriter graph, ModelWeights weights, WeightFormat format) {
    this.graph = graph;
    this.weights = weights;
    this.packer = new MatrixPacker(graph, format);
  }

  /** A vector that is the same in each run. */
  String floats(String name, float... values) {
    graph.initializer(name, DataType.FLOAT32, NativeMemory.floats(values), values.length);
    return name;
  }

  /** Shapes, sizes and indices that are the same in each run. */
  String integers(String name, long... values) {
    graph.integers(name, values);
    return name;
  }

  /** A vector of the model. */
  String vector(String name) throws ModelException {
    return floats(name, weights.vector(name));
  }

  /** Multiplies with {@code name.weight} and adds {@code name.bias}. */
  String linear(String in, String name, boolean bias) throws ModelException {
    return linear(in, weights.matrix(name + ".weight"), name, bias);
  }

  /** The same with a matrix that was changed before. */
  String linear(String in, Matrix matrix, String name, boolean bias) throws ModelException {
    String product = multiply(in, matrix, name + ".weight", name);
    return bias ? add(product, vector(name + ".bias")) : product;
  }

  String add(String in, String vector) {
    return graph.node("Add", List.of(in, vector), in + "_biased");
  }

  /** Root mean square norm over the last dimension (arXiv 1910.07467). */
  String rootMeanSquareNorm(String in, String weight, double epsilon, String out) {
    return graph.node(
        "SimplifiedLayerNormalization",
        List.of(in, weight),
        out,
        "axis",
        -1,
        "epsilon",
        (float) epsilon);
  }

  String multiply(String in, Matrix matrix, String name, String out) throws ModelException {
    if (!packer.fits(matrix)) {
      throw weights.tooLarge(name);
    }
    if (!packer.multiply(in, matrix, name, out)) {
      throw weights.notFinite(name);
    }
    return out;
  }
}
