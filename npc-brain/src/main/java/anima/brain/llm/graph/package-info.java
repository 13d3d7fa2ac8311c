/** Writes models as ONNX graphs, their weights packed for the operators of ONNX Runtime. */
@NullMarked
package anima.brain.llm.graph;

import org.jspecify.annotations.NullMarked;
