package anima.brain.embedded;

import anima.brain.language.AnswerWriter;
import anima.brain.language.Decider;
import anima.brain.language.EmbeddedDecider;
import anima.brain.language.HintTable;
import anima.brain.language.IntentCatalogue;
import anima.brain.language.ReplyBook;
import anima.brain.language.Vocabulary;
import anima.brain.language.VocabularyFile;
import anima.brain.llm.Llm;
import anima.brain.llm.LlmOptions;
import anima.brain.llm.model.ModelException;
import anima.brain.llm.model.ModelFolder;
import anima.brain.llm.schedule.Pace;
import anima.brain.llm.schedule.PacedSteps;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The model that comes with Anima, loaded and ready. Any thread may open deciders; each has one
 * owner, and all must be closed before the model.
 */
public final class EmbeddedModel implements AutoCloseable {
  private final IntentCatalogue catalogue;
  private final ReplyBook replies;
  private final Vocabulary vocabulary;
  private final HintTable hints;
  private final Llm llm;

  private EmbeddedModel(
      IntentCatalogue catalogue,
      ReplyBook replies,
      Vocabulary vocabulary,
      HintTable hints,
      Llm llm) {
    this.catalogue = catalogue;
    this.replies = replies;
    this.vocabulary = vocabulary;
    this.hints = hints;
    this.llm = llm;
  }

  /**
   * Loads the model in {@code folder}.
   *
   * @param threads threads that compute one answer; one is enough for a model of this size
   * @throws ModelException in one sentence, when its files are damaged or another model's
   * @throws IOException in one sentence, when its vocabulary cannot be read
   */
  public static EmbeddedModel open(Path folder, int threads) throws ModelException, IOException {
    ModelFolder files = ModelFolder.open(folder);
    Vocabulary vocabulary = VocabularyFile.read(folder.resolve(ModelFolder.TOKENIZER));
    IntentCatalogue catalogue = IntentCatalogue.load();
    if (vocabulary.size() != files.config().vocabularyTokens() || !vocabulary.fits(catalogue)) {
      throw new IOException(
          folder + ": is not the embedded model of this version; copy the whole folder again");
    }
    HintTable hints = hints(folder.resolve(ModelFolder.HINTS));
    LlmOptions options =
        LlmOptions.defaults()
            .withThreads(threads)
            .withContextTokens(files.config().contextTokensMax());
    return new EmbeddedModel(
        catalogue, ReplyBook.load(catalogue), vocabulary, hints, Llm.open(files, options));
  }

  private static HintTable hints(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return HintTable.read(in);
    } catch (NoSuchFileException e) {
      throw new IOException(file + ": is missing; copy the model folder again", e);
    } catch (IOException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  /** A decider with a sequence of its own, as fast as the machine allows. */
  public OwnedDecider newDecider() {
    return newDecider(Pace.FREE);
  }

  /** A decider with a sequence of its own that rests between tokens as a pace asks. */
  public OwnedDecider newDecider(Pace pace) {
    PacedSteps steps = new PacedSteps(pace, System::nanoTime);
    SessionModel sequence = new SessionModel(llm.newSession(), steps);
    AnswerWriter writer = new AnswerWriter(vocabulary, sequence, Optional.of(hints));
    Decider decider = new EmbeddedDecider(catalogue, replies, vocabulary.linker(), writer);
    return new OwnedDecider(decider, writer, sequence);
  }

  @Override
  public void close() {
    llm.close();
  }
}
