package anima.client.local;

import anima.brain.chat.ChatException;
import anima.brain.chat.ChatModel;
import anima.brain.chat.local.LocalModel;
import anima.brain.chat.remote.RemoteChat;
import anima.brain.chat.remote.RemoteOptions;
import anima.brain.language.Decider;
import anima.brain.llm.LlmOptions;
import anima.brain.llm.model.ModelException;
import anima.brain.llm.model.ModelFolder;
import anima.brain.llm.schedule.Pace;
import anima.brain.llm.schedule.SchedulerOptions;
import anima.brain.prompted.PromptedDecider;
import anima.world.Language;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A larger model that decides for inhabitants, on this machine or behind a server. */
public final class PromptedMind implements ThinkingMind {
  /** The rules and intents take half of it, a talk and the answer the rest. */
  private static final int CONTEXT_TOKENS = 4096;

  /** One answers; the other keeps the beginning that all prompts share. */
  private static final int SLOTS = 2;

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Decider decider;
  private final Runnable close;

  private PromptedMind(ChatModel model, Consumer<String> failures, Runnable close) {
    this.decider = new PromptedDecider(model, PATIENCE, System::nanoTime, failures);
    this.close = close;
  }

  /**
   * Loads a model from a folder or a GGUF file. A folder of the embedded kind is read as such.
   *
   * @param pace how fast it may think
   * @param failures is told why an inhabitant had to excuse itself
   */
  public static ThinkingMind local(
      Path path, Pace pace, Language language, Consumer<String> failures) throws FailureException {
    if (Files.isRegularFile(path.resolve(ModelFolder.HINTS))) {
      return EmbeddedMind.open(path, pace);
    }
    Privacy.keep();
    try {
      LocalModel model =
          LocalModel.open(
              String.valueOf(path.getFileName()),
              ModelFolder.open(path),
              LlmOptions.defaults().withContextTokens(CONTEXT_TOKENS).withSlots(SLOTS),
              SchedulerOptions.DEFAULT.withSlots(SLOTS),
              pace,
              Home.folder().resolve("natives"),
              InstantSource.system());
      return new PromptedMind(model.chat(), failures, model::close);
    } catch (ModelException unusable) {
      throw new FailureException(unusable.in(language));
    }
  }

  /**
   * Uses the model of a server.
   *
   * @param name of the model there; the server's first when empty
   */
  public static ThinkingMind remote(
      URI server,
      Optional<String> name,
      Optional<String> key,
      Language language,
      Consumer<String> failures)
      throws FailureException {
    try {
      RemoteOptions asked = RemoteOptions.of(server, name.orElse("")).withApiKey(key);
      List<String> models =
          name.isPresent() ? List.of(name.get()) : new RemoteChat(asked).models(() -> false);
      if (models.isEmpty()) {
        throw new FailureException(
            language == Language.ZH
                ? server + "：服务器上没有模型；请先在那里装入一个"
                : server + ": the server has no model; load one there");
      }
      RemoteChat chat = new RemoteChat(RemoteOptions.of(server, models.get(0)).withApiKey(key));
      return new PromptedMind(chat, failures, () -> {});
    } catch (ChatException failure) {
      throw new FailureException(failure.in(language));
    } catch (IllegalArgumentException wrong) {
      throw FailureException.of(wrong);
    }
  }

  @Override
  public Decider decider() {
    return decider;
  }

  @Override
  public void close() {
    close.run();
  }
}
