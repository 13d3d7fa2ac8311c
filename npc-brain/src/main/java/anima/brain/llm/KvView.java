package anima.brain.llm;

import ai.onnxruntime.OnnxTensor;
import java.util.Map;

/**
 * The cache tensors of neighbouring slots, by the names that the graph has for them.
 *
 * @param inputs what the run reads
 * @param outputs the same memory, where the run writes
 */
record KvView(Map<String, OnnxTensor> inputs, Map<String, OnnxTensor> outputs) {}
