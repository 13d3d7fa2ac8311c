package anima.client.local;

import anima.brain.embedded.EmbeddedModel;
import anima.brain.embedded.OwnedDecider;
import anima.brain.language.Decider;
import anima.brain.llm.model.ModelException;
import anima.brain.llm.model.ModelFolder;
import anima.brain.llm.schedule.Pace;
import java.io.IOException;
import java.nio.file.Path;

/** The model that comes with Anima, ready to decide for one thread at a time. */
public final class EmbeddedMind implements ThinkingMind {
  private static final String RESOURCES = "anima/models/haven-5m";
  private static final int THREADS = 1;

  private final EmbeddedModel model;
  private final OwnedDecider decider;

  private EmbeddedMind(EmbeddedModel model, Pace pace) {
    this.model = model;
    this.decider = model.newDecider(pace);
  }

  /** Loads the model that ships in this build, through a copy in {@link Home} made once. */
  public static EmbeddedMind open() throws FailureException {
    return open(Pace.FREE);
  }

  /** The same, thinking only as fast as the pace lets it. */
  public static EmbeddedMind open(Pace pace) throws FailureException {
    try {
      Path cache = Home.folder().resolve("cache");
      ClassLoader loader = EmbeddedMind.class.getClassLoader();
      return open(ModelFolder.openResources(loader, RESOURCES, cache).path(), pace);
    } catch (ModelException damaged) {
      throw FailureException.of(damaged);
    }
  }

  /** Loads a model of the same kind from a folder. */
  public static EmbeddedMind open(Path folder) throws FailureException {
    return open(folder, Pace.FREE);
  }

  /** The same, thinking only as fast as the pace lets it. */
  public static EmbeddedMind open(Path folder, Pace pace) throws FailureException {
    Privacy.keep();
    try {
      return new EmbeddedMind(EmbeddedModel.open(folder, THREADS), pace);
    } catch (ModelException | IOException damaged) {
      throw FailureException.of(damaged);
    }
  }

  @Override
  public Decider decider() {
    return decider;
  }

  @Override
  public void close() {
    decider.close();
    model.close();
  }
}
