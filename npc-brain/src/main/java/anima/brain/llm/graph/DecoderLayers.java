package anima.brain.llm.graph;

import anima.brain.llm.model.ModelException;

/** What an architecture computes between the embedding and the output layer, in this order. */
interface DecoderLayers {
  /** Makes the stream of the embedded tokens. */
  String begin(String hidden) throws ModelException;

  /** Adds one layer and returns the stream behind it. */
  String layer(int layer, String stream) throws ModelException;

  /** Makes what the output layer reads. */
  String end(String stream) throws ModelException;
}
