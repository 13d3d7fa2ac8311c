package anima.brain.llm.vector;

import anima.brain.kernels.PackedMatrix;
import anima.brain.llm.model.Architecture;
import anima.brain.llm.model.LlamaTensors;
import anima.brain.llm.model.ModelException;
import java.util.List;
import java.util.Optional;

/** The weights of a layer, packed. Immutable once made; any thread. */
final class LayerWeights {
  final float[] attentionNorm;

  /** Queries, keys and values on top of each other. */
  final PackedMatrix input;

  final Optional<float[]> inputBias;

  /** One number for each of a head's, where heads are normalised. */
  final Optional<float[]> queryNorm;

  final Optional<float[]> keyNorm;
  final PackedMatrix output;
  final Optional<float[]> outputBias;
  final float[] feedForwardNorm;

  /** Gate and up on top of each other. */
  final PackedMatrix wide;

  final Optional<float[]> wideBias;
  final PackedMatrix down;
  final Optional<float[]> downBias;

  LayerWeights(MatrixReader reader, Architecture.Llama llama, int l) throws ModelException {
    String self = LlamaTensors.layer(l, "self_attn.");
    String mlp = LlamaTensors.layer(l, "mlp.");
    List<String> inputs = List.of(self + "q_proj", self + "k_proj", self + "v_proj");
    List<String> wides = List.of(mlp + "gate_proj", mlp + "up_proj");
    this.attentionNorm = reader.vector(LlamaTensors.layer(l, "input_layernorm.weight"));
    this.input = reader.matrix(inputs);
    this.inputBias = reader.biases(llama.queryBias(), inputs);
    this.queryNorm = reader.vector(llama.headNorms(), self + "q_norm.weight");
    this.keyNorm = reader.vector(llama.headNorms(), self + "k_norm.weight");
    this.output = reader.matrix(List.of(self + "o_proj"));
    this.outputBias = reader.vector(llama.outputBias(), self + "o_proj.bias");
    this.feedForwardNorm = reader.vector(LlamaTensors.layer(l, "post_attention_layernorm.weight"));
    this.wide = reader.matrix(wides);
    this.wideBias = reader.biases(llama.feedForwardBias(), wides);
    this.down = reader.matrix(List.of(mlp + "down_proj"));
    this.downBias = reader.vector(llama.feedForwardBias(), mlp + "down_proj.bias");
  }
}
