package anima.client.local;

import anima.brain.chat.local.LocalModel;
import anima.brain.llm.Llm;
import anima.brain.llm.LlmOptions;
import anima.brain.llm.LlmOptions.PrefillWeights;
import anima.brain.llm.graph.WeightFormat;
import anima.brain.llm.model.ModelConfig;
import anima.brain.llm.model.ModelException;
import anima.brain.llm.model.ModelFolder;
import anima.brain.llm.schedule.SchedulerOptions;
import java.time.InstantSource;

/** Opens language models of the user's with the settings that suit their size. */
public final class ModelRuns {
  /** From here on four bits a weight are faster and lose little; below, they lose too much. */
  private static final long INT4_PARAMETERS_MIN = 100_000_000;

  /** A second copy for prompts is made of models up to here: one more byte a weight. */
  private static final long COPY_PARAMETERS_MAX = 2_000_000_000;

  private ModelRuns() {}

  /** The settings for one conversation of so many tokens. */
  public static LlmOptions options(ModelFolder model, int contextTokens) {
    ModelConfig config = model.config();
    LlmOptions options = LlmOptions.defaults().withSlots(1).withContextTokens(contextTokens);
    boolean large = config.parameters() >= INT4_PARAMETERS_MIN;
    if (!large) {
      return options;
    }
    boolean copied = config.parameters() <= COPY_PARAMETERS_MAX;
    return options
        .withWeights(isQuantised(model) ? WeightFormat.AS_STORED : WeightFormat.INT4)
        .withPrefill(copied ? PrefillWeights.INT8_ROWS : PrefillWeights.SAME);
  }

  /** What was made small by its makers is taken over as it is. */
  private static boolean isQuantised(ModelFolder model) {
    return model.config().rowsInt8() || model.path().toString().endsWith(".gguf");
  }

  /**
   * Loads a model for conversations.
   *
   * @param name what sentences call it
   * @param answers how many may be made at once
   */
  public static LocalModel open(String name, ModelFolder folder, int contextTokens, int answers)
      throws ModelException {
    Privacy.keep();
    return LocalModel.open(
        name,
        folder,
        options(folder, contextTokens).withSlots(answers),
        SchedulerOptions.DEFAULT.withSlots(answers),
        Home.folder().resolve("natives"),
        InstantSource.system());
  }

  /** Loads a model alone. */
  public static Llm open(ModelFolder folder, LlmOptions options) throws ModelException {
    Privacy.keep();
    return Llm.open(folder, options);
  }
}
