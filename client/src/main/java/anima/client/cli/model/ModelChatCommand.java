package anima.client.cli.model;

import anima.brain.chat.ChatException;
import anima.brain.chat.ChatFault;
import anima.brain.chat.ChatModel;
import anima.brain.chat.ChatSettings;
import anima.brain.chat.local.LocalModel;
import anima.brain.chat.remote.RemoteChat;
import anima.brain.chat.remote.RemoteOptions;
import anima.brain.llm.model.ModelException;
import anima.brain.llm.model.ModelFolder;
import anima.client.local.Console;
import anima.client.local.EmbeddedMind;
import anima.client.local.FailureException;
import anima.client.local.ModelRuns;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A talk with a model alone. */
@Command(
    name = "chat",
    mixinStandardHelpOptions = true,
    description = {
      "Talks with a model alone, without a world; /reset begins anew, /quit ends.",
      "不进入世界，直接和模型对话；/reset 重新开始，/quit 结束。"
    })
final class ModelChatCommand implements Callable<Integer> {
  @Mixin private ModelOptions options = new ModelOptions();

  @Parameters(
      arity = "0..1",
      paramLabel = "MODEL",
      description = {"The same as --model.", "同 --model。"})
  private @Nullable String positional;

  @Option(
      names = "--model",
      paramLabel = "NAME|DIR|FILE.gguf",
      description = {
        "Name of an added model, a folder or a GGUF file (default: the one that comes with Anima).",
        "已添加模型的名称、文件夹或 GGUF 文件（默认：Anima 自带的模型）。"
      })
  private @Nullable String model;

  @Option(
      names = {"--at", "--server"},
      paramLabel = "URI",
      description = {
        "OpenAI-compatible server to ask instead, such as http://host:8080/v1.",
        "改为询问与 OpenAI 兼容的服务器，例如 http://host:8080/v1。"
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
      names = "--system",
      paramLabel = "TEXT",
      description = {"What the model is told before all else.", "首先告诉模型的话。"})
  private @Nullable String system;

  @Option(
      names = "--temperature",
      paramLabel = "T",
      description = {
        "How freely words are chosen, 0 to 2 (default: ${DEFAULT-VALUE}).",
        "选词的自由度，0 到 2（默认：${DEFAULT-VALUE}）。"
      })
  private double temperature = 0.7;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = {"Equal seeds give equal answers (default: 1).", "相同的种子给出相同的回答（默认：1）。"})
  private long seed = 1;

  @Option(
      names = "--tokens",
      paramLabel = "N",
      description = {"Longest answer (default: ${DEFAULT-VALUE}).", "最长的回答（默认：${DEFAULT-VALUE}）。"})
  private int tokensMax = 512;

  @Option(
      names = "--context",
      paramLabel = "N",
      description = {
        "Longest conversation in tokens (default: ${DEFAULT-VALUE}).",
        "最长的对话，以词元计（默认：${DEFAULT-VALUE}）。"
      })
  private int contextTokens = 4096;

  @Override
  public Integer call() throws FailureException, IOException {
    Words words = options.words();
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    if (server != null) {
      talk(remote(server, words), words, in, out);
      return 0;
    }
    String named = positional == null ? model : positional;
    Optional<ModelChoice> choice =
        named == null
            ? Optional.empty()
            : Optional.of(ModelChoice.of(named, options.store(), words));
    if (choice.isEmpty() || Files.exists(choice.get().path().resolve(ModelFolder.HINTS))) {
      try (EmbeddedMind mind =
          choice.isEmpty() ? EmbeddedMind.open() : EmbeddedMind.open(choice.get().path())) {
        new EmbeddedChat(mind).run(in, out);
      }
    } else {
      local(choice.get(), words, in, out);
    }
    return 0;
  }

  private ChatModel remote(URI address, Words words) throws FailureException {
    try {
      RemoteOptions asked =
          RemoteOptions.of(address, name == null ? "" : name)
              .withApiKey(RemoteOptions.keyOf(System.getenv()));
      if (name != null) {
        return new RemoteChat(asked);
      }
      List<String> models = new RemoteChat(asked).models(() -> false);
      if (models.isEmpty()) {
        throw new ChatException(ChatFault.UNKNOWN_MODEL, address, "");
      }
      return new RemoteChat(RemoteOptions.of(address, models.get(0)).withApiKey(asked.apiKey()));
    } catch (ChatException e) {
      throw new FailureException(e.in(words.language()));
    } catch (IllegalArgumentException unfit) {
      throw FailureException.of(unfit);
    }
  }

  private void local(ModelChoice choice, Words words, BufferedReader in, PrintStream out)
      throws FailureException, IOException {
    try (LocalModel local =
        ModelRuns.open(choice.title(), ModelFolder.open(choice.path()), contextTokens, 1)) {
      talk(local.chat(), words, in, out);
    } catch (ModelException damaged) {
      throw words.failure(damaged);
    } catch (IllegalArgumentException unfit) {
      throw FailureException.of(unfit);
    }
  }

  private void talk(ChatModel asked, Words words, BufferedReader in, PrintStream out)
      throws FailureException, IOException {
    ChatSettings settings;
    try {
      settings = new ChatSettings(tokensMax, temperature, 0.95, seed, List.of());
    } catch (IllegalArgumentException unfit) {
      throw FailureException.of(unfit);
    }
    new ChatTerminal(
            asked, words, Optional.ofNullable(system), settings, Console.isInteractive(), out)
        .run(in);
  }
}
