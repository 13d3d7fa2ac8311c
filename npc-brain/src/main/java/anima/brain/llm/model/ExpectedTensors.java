package anima.brain.llm.model;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a model's file must and may hold, by its configuration. Immutable; any thread. */
final class ExpectedTensors {
  /** Tables and masks that older exports carry and that are computed here. */
  private static final Pattern COMPUTED =
      Pattern.compile("(.*\\.rotary_emb\\.inv_freq)|(.*\\.attn\\.(masked_)?bias)");

  private ExpectedTensors() {}

  static List<ExpectedTensor> of(ModelConfig config) {
    List<ExpectedTensor> tensors = new ArrayList<>(withoutHead(config));
    if (!config.headTied()) {
      tensors.add(head(config));
    }
    return tensors;
  }

  /** The output layer, which a tied model may have too. */
  static ExpectedTensor head(ModelConfig config) {
    return ExpectedTensor.of(ModelWeights.HEAD, config.vocabularyTokens(), config.hiddenSize());
  }

  static boolean computed(String name) {
    return COMPUTED.matcher(name).matches();
  }

  private static List<ExpectedTensor> withoutHead(ModelConfig config) {
    return config
        .architecture()
        .handle(
            new Architecture.Handler<List<ExpectedTensor>, RuntimeException>() {
              @Override
              public List<ExpectedTensor> llama(Architecture.Llama llama) {
                return LlamaTensors.of(config, llama);
              }

              @Override
              public List<ExpectedTensor> gpt2(Architecture.Gpt2 gpt2) {
                return Gpt2Tensors.of(config);
              }
            });
  }
}
