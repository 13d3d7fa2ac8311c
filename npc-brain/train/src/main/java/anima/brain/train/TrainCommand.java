package anima.brain.train;

import anima.brain.language.HintTable;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Trains from the start, or goes on from a checkpoint, and writes the model. */
@Command(
    name = "train",
    description = "Trains the model; FOLDER/model is what the program loads.",
    mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
  @Option(
      names = "--seed",
      description = "Seed of weights and examples (default ${DEFAULT-VALUE}).")
  private long seed = 7;

  @Option(
      names = "--minutes",
      description = "Time to train, earlier runs counted (default ${DEFAULT-VALUE}).")
  private double minutes = 75;

  @Option(
      names = "--steps",
      description = "Steps at which to end, if sooner: equal steps give an equal model.")
  private long steps = Long.MAX_VALUE;

  @Option(names = "--batch", description = "Examples in a step (default ${DEFAULT-VALUE}).")
  private int batch = 32;

  @Option(names = "--rate", description = "Highest learning rate (default ${DEFAULT-VALUE}).")
  private double rate = 2e-3;

  @Option(
      names = "--hints",
      description = "Examples that the table of hints learns from (default ${DEFAULT-VALUE}).")
  private long hintExamples = 240_000;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "Where checkpoint and model go (default ${DEFAULT-VALUE}).")
  private Path out = Path.of("training");

  @Option(names = "--resume", description = "Go on from the checkpoint in the folder.")
  private boolean resume;

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    PrintStream print = System.out;
    Files.createDirectories(out);
    Workshop workshop = Workshop.open();
    ModelShape shape = ModelShape.embedded(workshop.vocabulary().size());
    print.printf(
        "%d tokens in the vocabulary, %d parameters%n", shape.vocabulary(), shape.parameters());
    Corpus corpus = workshop.corpus(workshop.book().training(), 1, seed);
    TrainingState first = resume ? checkpoint() : TorchModel.fresh(shape, seed);
    Schedule schedule = new Schedule(minutes, steps, rate, batch);
    TrainingState last;
    try (TorchModel model = TorchModel.open(shape, first)) {
      last =
          new Trainer(corpus, workshop.vocabulary(), schedule, seed, out, print)
              .train(model, first);
    }
    HintTable hints =
        new HintTraining(workshop.catalogue()).train(corpus, hintExamples, print::println);
    Path folder = out.resolve("model");
    new ModelExport(folder, shape, workshop.vocabulary()).write(last.weights(), hints);
    print.println("wrote " + folder);
    return 0;
  }

  private TrainingState checkpoint() throws IOException {
    Path file = out.resolve(Trainer.CHECKPOINT);
    try {
      return TrainingState.read(file);
    } catch (NoSuchFileException e) {
      throw new ParameterException(
          command.commandLine(),
          file + ": there is no checkpoint; train without --resume first",
          e);
    }
  }
}
