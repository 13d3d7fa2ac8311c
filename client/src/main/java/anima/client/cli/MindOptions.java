package anima.client.cli;

import anima.brain.chat.remote.RemoteOptions;
import anima.brain.llm.schedule.Pace;
import anima.brain.store.ModelStore;
import anima.brain.store.StoreException;
import anima.client.local.EmbeddedMind;
import anima.client.local.FailureException;
import anima.client.local.Home;
import anima.client.local.PromptedMind;
import anima.client.local.ThinkingMind;
import anima.world.Language;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the inhabitants think with; the embedded model when nothing is said. */
final class MindOptions {
  @Option(
      names = "--model",
      paramLabel = "NAME|DIR|FILE",
      description = {
        "Let the inhabitants think with this model: a name from anima model list, a folder or a"
            + " GGUF file.",
        "让居民用这个模型思考：anima model list 里的名称、文件夹或 GGUF 文件。"
      })
  private @Nullable String model;

  @Option(
      names = "--think-at",
      paramLabel = "URL",
      description = {
        "Let them think at an OpenAI-compatible server, such as http://127.0.0.1:8080/v1 (its key:"
            + " ANIMA_API_KEY).",
        "让他们在兼容 OpenAI 的服务器上思考（密钥：ANIMA_API_KEY）。"
      })
  private @Nullable URI server;

  @Option(
      names = "--think-model",
      paramLabel = "NAME",
      description = {"Model to use there (default: its first).", "在那里使用的模型（默认：第一个）。"})
  private @Nullable String serverModel;

  ThinkingMind open(Language language) throws FailureException {
    return open(language, Pace.FREE);
  }

  /** Opens what was asked for, thinking only as fast as the pace lets it. */
  ThinkingMind open(Language language, Pace pace) throws FailureException {
    if (model != null && server != null) {
      throw new FailureException(
          language == Language.ZH
              ? "--model 和 --think-at 只能选一个"
              : "Choose one of --model and --think-at.");
    }
    if (model != null) {
      return PromptedMind.local(found(model, language), pace, language, System.err::println);
    }
    return server == null
        ? EmbeddedMind.open(pace)
        : PromptedMind.remote(
            server,
            Optional.ofNullable(serverModel),
            RemoteOptions.keyOf(System.getenv()),
            language,
            System.err::println);
  }

  /** A folder or file, or else the name of a model that was added. */
  private static Path found(String text, Language language) throws FailureException {
    Path here = Path.of(text);
    if (Files.exists(here)) {
      return here;
    }
    try {
      ModelStore store = new ModelStore(Home.folder().resolve("models"), InstantSource.system());
      return store.open(store.find(text)).path();
    } catch (StoreException unknown) {
      throw new FailureException(unknown.in(language));
    }
  }
}
