package anima.brain.train;

import anima.brain.language.Vocabulary;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Trains until the schedule ends; says every so often how far it is. */
final class Trainer {
  static final String CHECKPOINT = "checkpoint.bin";
  private static final int REPORT_STEPS = 100;
  private static final double CHECKPOINT_SECONDS = 300;
  private static final double LOSS_MEMORY = 0.99;

  private final Corpus corpus;
  private final Vocabulary vocabulary;
  private final Schedule schedule;
  private final long seed;
  private final Path folder;
  private final PrintStream out;

  Trainer(
      Corpus corpus,
      Vocabulary vocabulary,
      Schedule schedule,
      long seed,
      Path folder,
      PrintStream out) {
    this.corpus = corpus;
    this.vocabulary = vocabulary;
    this.schedule = schedule;
    this.seed = seed;
    this.folder = folder;
    this.out = out;
  }

  /** Trains on from a state, writing checkpoints; returns the last state. */
  TrainingState train(TorchModel model, TrainingState from) throws IOException {
    Batches batches = new Batches(corpus, schedule.batch(), seed);
    long began = System.nanoTime();
    double savedAt = from.elapsedSeconds();
    long step = from.step();
    long tokens = from.tokens();
    double loss = from.loss();
    while (true) {
      double elapsed = from.elapsedSeconds() + (System.nanoTime() - began) / 1e9;
      double progress = schedule.progress(step, elapsed);
      if (elapsed - savedAt > CHECKPOINT_SECONDS || progress >= 1) {
        savedAt = elapsed;
        TrainingState state = model.state(step, elapsed, tokens, loss);
        state.write(folder.resolve(CHECKPOINT));
        if (progress >= 1) {
          return state;
        }
      }
      List<Example> examples = batches.batch(step);
      Batch batch =
          Batch.of(
              examples,
              vocabulary,
              schedule.languageShare(progress),
              Schedule.LANGUAGE_WEIGHT,
              new Random(Corpus.mix(seed, -1 - step)));
      double rate = schedule.rateAt(step, progress);
      float now = model.step(batch, rate, Corpus.mix(seed, step));
      loss = step == 0 ? now : LOSS_MEMORY * loss + (1 - LOSS_MEMORY) * now;
      tokens += batch.tokens();
      step++;
      if (step % REPORT_STEPS == 0) {
        report(step, elapsed, progress, loss, tokens, rate);
      }
    }
  }

  private void report(
      long step, double elapsed, double progress, double loss, long tokens, double rate) {
    double passes = (double) step * schedule.batch() / corpus.passSize();
    double left = progress > 0 ? elapsed * (1 - progress) / progress : 0;
    out.printf(
        Locale.ROOT,
        "step %d  loss %.4f  %.0f tokens/s  %.2fM tokens  pass %.2f  rate %.5f  %.0f min done, %.0f left%n",
        step,
        loss,
        tokens / elapsed,
        tokens / 1e6,
        passes,
        rate,
        elapsed / 60,
        left / 60);
  }
}
