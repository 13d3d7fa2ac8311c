package anima.brain.llm.vector;

import anima.brain.kernels.PackedMatrix;
import anima.brain.llm.model.Architecture;
import anima.brain.llm.model.LlamaTensors;
import anima.brain.llm.model.ModelException;
import anima.brain.llm.model.ModelFolder;
import java.util.ArrayList;
import java.util.List;

/** All weights of a Llama, packed. Immutable once made; any thread. */
final class VectorWeights {
  final List<LayerWeights> layers;
  final float[] finalNorm;
  final PackedMatrix head;

  VectorWeights(ModelFolder folder, Architecture.Llama llama) throws ModelException {
    MatrixReader reader = new MatrixReader(folder.weights());
    List<LayerWeights> all = new ArrayList<>();
    for (int l = 0; l < folder.config().layers(); l++) {
      all.add(new LayerWeights(reader, llama, l));
    }
    this.layers = List.copyOf(all);
    this.finalNorm = reader.vector(LlamaTensors.FINAL_NORM);
    this.head = reader.head();
  }
}
