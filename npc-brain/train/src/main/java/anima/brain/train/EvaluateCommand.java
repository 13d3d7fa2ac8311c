package anima.brain.train;

import anima.brain.embedded.EmbeddedModel;
import anima.brain.embedded.OwnedDecider;
import anima.brain.llm.model.ModelException;
import anima.world.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Scores a model as it runs in the program: int8 rows, the program's own runtime. */
@Command(
    name = "eval",
    description = "Scores a model on held-out phrases and on sentences of other authors.",
    mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {
  /** Half as much noise as in training, and examples that are the same each time. */
  private static final double HELD_OUT_NOISE = 0.5;

  private static final long HELD_OUT_SEED = 99;

  @Option(
      names = "--model",
      paramLabel = "FOLDER",
      description = "Folder of the model (default ${DEFAULT-VALUE}).")
  private Path folder = Path.of("training", "model");

  @Option(names = "--count", description = "Held-out examples (default ${DEFAULT-VALUE}).")
  private int count = 2000;

  @Option(names = "--replies", description = "Print every outside sentence with its reply.")
  private boolean replies;

  @Option(names = "--mistakes", description = "Print what was misunderstood.")
  private boolean mistakes;

  @Override
  public Integer call() throws IOException, ModelException {
    Workshop workshop = Workshop.open();
    try (EmbeddedModel model = EmbeddedModel.open(folder, 1);
        OwnedDecider decider = model.newDecider()) {
      for (Language language : Language.values()) {
        new OutsideEvaluation(decider).run(language, replies, System.out);
      }
      Corpus heldOut = workshop.corpus(workshop.book().heldOut(), HELD_OUT_NOISE, HELD_OUT_SEED);
      new HeldOutEvaluation(workshop.catalogue(), decider.writer())
          .run(heldOut, count, mistakes, System.out);
    }
    return 0;
  }
}
