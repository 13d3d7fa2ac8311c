package anima.client.cli.model;

import anima.brain.chat.ChatException;
import anima.brain.chat.ChatFault;
import anima.brain.chat.ChatModel;
import anima.brain.chat.local.LocalModel;
import anima.brain.chat.remote.RemoteChat;
import anima.brain.chat.remote.RemoteOptions;
import anima.brain.language.Decision;
import anima.brain.language.Self;
import anima.brain.language.Situation;
import anima.brain.language.Turn;
import anima.brain.llm.LlmOptions;
import anima.brain.llm.model.ModelException;
import anima.brain.llm.model.ModelFolder;
import anima.brain.llm.schedule.SchedulerOptions;
import anima.client.local.EmbeddedMind;
import anima.client.local.FailureException;
import anima.client.local.Home;
import anima.world.Label;
import anima.world.Language;
import anima.world.Mood;
import anima.world.Weather;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A talk with a model alone. */
@Command(
    name = "chat",
    mixinStandardHelpOptions = true,
    description = {"Talks with the model alone, without a world.", "不进入世界，直接和模型对话。"})
final class ModelChatCommand implements Callable<Integer> {
  private static final int CONTEXT_TOKENS = 4096;

  @Parameters(
      arity = "0..1",
      paramLabel = "MODEL",
      description = {
        "Folder or GGUF file of a chat model; the villagers' own when left out.",
        "对话模型的文件夹或 GGUF 文件；不填则为内置的居民模型。"
      })
  private @Nullable Path chatModel;

  @Option(
      names = "--at",
      paramLabel = "URL",
      description = {
        "OpenAI-compatible server that has the model, such as http://host:8080/v1.",
        "提供模型的 OpenAI 兼容服务器，例如 http://host:8080/v1。"
      })
  private @Nullable URI server;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = {
        "The model's name on that server (default: the first it lists).",
        "该服务器上模型的名称（默认取其列出的第一个）。"
      })
  private @Nullable String name;

  @Option(
      names = "--model",
      paramLabel = "DIR",
      description = "Folder of another model of the villagers' kind.")
  private @Nullable Path folder;

  @Override
  public Integer call() throws FailureException, IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    if (server != null) {
      talk(remote(server), in);
    } else if (chatModel != null) {
      try (LocalModel local = open(chatModel)) {
        talk(local.chat(), in);
      }
    } else {
      embedded(in);
    }
    return 0;
  }

  private static void talk(ChatModel model, BufferedReader in) throws IOException {
    new ChatTalk(model, System.out, language(), new SecureRandom().nextLong()).run(in);
  }

  private static LocalModel open(Path path) throws FailureException {
    try {
      return LocalModel.open(
          path.toString(),
          ModelFolder.open(path),
          LlmOptions.defaults().withContextTokens(CONTEXT_TOKENS).withSlots(1),
          SchedulerOptions.DEFAULT.withSlots(1),
          Home.folder().resolve("natives"),
          InstantSource.system());
    } catch (ModelException e) {
      throw new FailureException(e.in(language()));
    }
  }

  private ChatModel remote(URI address) throws FailureException {
    try {
      RemoteOptions options =
          RemoteOptions.of(address, name == null ? "" : name)
              .withApiKey(RemoteOptions.keyOf(System.getenv()));
      if (name != null) {
        return new RemoteChat(options);
      }
      List<String> models = new RemoteChat(options).models(() -> false);
      if (models.isEmpty()) {
        throw new ChatException(ChatFault.UNKNOWN_MODEL, address, "");
      }
      return new RemoteChat(RemoteOptions.of(address, models.get(0)).withApiKey(options.apiKey()));
    } catch (ChatException e) {
      throw new FailureException(e.in(language()));
    } catch (IllegalArgumentException e) {
      throw FailureException.of(e);
    }
  }

  private static Language language() {
    return Locale.getDefault().getLanguage().equals("zh") ? Language.ZH : Language.EN;
  }

  private void embedded(BufferedReader in) throws FailureException, IOException {
    try (EmbeddedMind mind = folder == null ? EmbeddedMind.open() : EmbeddedMind.open(folder)) {
      List<Turn> turns = new ArrayList<>();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        Decision decision =
            mind.decider().decide(situation(line, turns), turns.size(), () -> false);
        System.out.println(decision.say());
        turns.add(new Turn(line, decision.steps(), decision.say()));
      }
    }
  }

  /** Someone with a name and a trade who knows nothing else. */
  private static Situation situation(String line, List<Turn> turns) {
    String text = line.substring(0, Math.min(line.length(), Situation.TEXT_LENGTH_MAX));
    Language language =
        text.codePoints().anyMatch(Character::isIdeographic) ? Language.ZH : Language.EN;
    return new Situation(
        language,
        new Self(new Label("Mira", "米拉"), new Label("harbour-mistress", "港务长"), Mood.CHEERFUL),
        language == Language.ZH ? "港口" : "harbour",
        10,
        Weather.CLEAR,
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new Situation.Abilities(true, false, true),
        turns.subList(Math.max(0, turns.size() - 4), turns.size()),
        text);
  }
}
