package anima.client.cli.model;

import anima.brain.chat.local.LocalModel;
import anima.brain.llm.model.ModelException;
import anima.brain.llm.model.ModelFolder;
import anima.brain.serve.OpenAiServer;
import anima.brain.serve.ServeException;
import anima.brain.serve.ServeOptions;
import anima.brain.serve.ServedModel;
import anima.client.local.FailureException;
import anima.client.local.ModelRuns;
import anima.world.Language;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lets other programs talk with a model. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = {
      "Serves a model to programs that speak OpenAI's chat completions, until stopped.",
      "向使用 OpenAI 对话接口的程序提供模型，直到被停止。"
    })
final class ModelServeCommand implements Callable<Integer> {
  private static final int TOKENS_DEFAULT = 1024;
  private static final long CLOSE_SECONDS_MAX = 20;

  @Parameters(
      arity = "0..1",
      paramLabel = "MODEL",
      description = {"Name of an added model, a folder, or a GGUF file.", "已添加模型的名称、文件夹或 GGUF 文件。"})
  private @Nullable String model;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      defaultValue = "127.0.0.1",
      description = {
        "Where to listen; other than this machine alone only with a key.",
        "监听地址；若非仅限本机，则必须设置密钥。"
      })
  private String host = "";

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "" + ServeOptions.PORT_DEFAULT,
      description = {"Port to listen at; 0 for any.", "监听端口；0 表示任意。"})
  private int port;

  @Option(
      names = "--api-key",
      paramLabel = "KEY",
      defaultValue = "${env:ANIMA_API_KEY}",
      description = {
        "What callers must show (or ANIMA_API_KEY, which other users of this machine cannot see).",
        "调用者必须出示的密钥（或 ANIMA_API_KEY，本机其他用户看不到它）。"
      })
  private @Nullable String apiKey;

  @Option(
      names = "--allow-origin",
      paramLabel = "ORIGIN",
      description = {"A web page that may call; may be repeated.", "允许调用的网页来源；可重复。"})
  private List<String> origins = List.of();

  @Option(
      names = "--context",
      paramLabel = "TOKENS",
      defaultValue = "4096",
      description = {"Longest conversation with its answer.", "对话连同回答的最大长度。"})
  private int contextTokens;

  @Option(
      names = "--answers",
      paramLabel = "COUNT",
      defaultValue = "4",
      description = {"Answers made at once; twice as many more wait.", "同时生成的回答数；另有两倍可排队等待。"})
  private int answers;

  @Override
  public Integer call() throws FailureException, InterruptedException {
    ModelChoice choice = choice();
    ModelFolder folder = folder(choice);
    String name = choice.installed().isPresent() ? choice.title() : name(folder.path());
    ServeOptions options = options();
    try (LocalModel local = ModelRuns.open(name, folder, contextTokens, answers);
        OpenAiServer server =
            OpenAiServer.start(
                new ServedModel(name, local.chat(), Math.min(TOKENS_DEFAULT, contextTokens)),
                options,
                InstantSource.system(),
                new SecureRandom())) {
      InetSocketAddress address = server.address();
      say(
          "%s answers at http://%s:%d/v1 until Ctrl+C.",
          "%s 在 http://%s:%d/v1 提供服务，按 Ctrl+C 停止。",
          name,
          address.getHostString(),
          address.getPort());
      awaitStop(server);
      return 0;
    } catch (ServeException e) {
      throw new FailureException(e.in(language()));
    } catch (ModelException e) {
      throw new FailureException(e.in(language()));
    } catch (IllegalArgumentException e) {
      throw FailureException.of(e);
    }
  }

  private ModelChoice choice() throws FailureException {
    if (model == null) {
      throw unfit();
    }
    ModelChoice choice = ModelChoice.of(model, new ModelOptions().store(), new Words(language()));
    if (Files.isRegularFile(choice.path().resolve(ModelFolder.HINTS))) {
      throw unfit();
    }
    return choice;
  }

  private static FailureException unfit() {
    return new FailureException(
        language() == Language.ZH
            ? "内置模型只懂村民的意图，不能自由对话；请指定一个对话模型的名称、文件夹或 GGUF 文件"
            : "The embedded model only tells what villagers mean and cannot chat freely; name a chat"
                + " model that was added, or its folder or GGUF file");
  }

  private static ModelFolder folder(ModelChoice choice) throws FailureException {
    try {
      return ModelFolder.open(choice.path());
    } catch (ModelException e) {
      throw new FailureException(e.in(language()));
    }
  }

  private static String name(Path path) {
    Path last = path.toAbsolutePath().normalize().getFileName();
    return last == null ? "model" : last.toString();
  }

  /** Checked before the model is loaded, which takes its time. */
  private ServeOptions options() throws FailureException {
    Optional<String> key =
        Optional.ofNullable(apiKey).map(String::strip).filter(text -> !text.isEmpty());
    try {
      ServeOptions options =
          ServeOptions.local()
              .withHost(host)
              .withPort(port)
              .withApiKey(key)
              .withOrigins(new LinkedHashSet<>(origins))
              .withAnswersMax(3 * answers);
      InetSocketAddress unused = options.address();
      return options;
    } catch (ServeException e) {
      throw new FailureException(e.in(language()));
    } catch (IllegalArgumentException e) {
      throw FailureException.of(e);
    }
  }

  /** Waits for Ctrl+C, then lets the answers under way end before the program does. */
  private static void awaitStop(OpenAiServer server) throws InterruptedException {
    CountDownLatch stopped = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  stopped.countDown();
                  try {
                    boolean unused = closed.await(CLOSE_SECONDS_MAX, TimeUnit.SECONDS);
                  } catch (InterruptedException hurried) {
                    Thread.currentThread().interrupt();
                  }
                },
                "anima-stop"));
    stopped.await();
    server.close();
    closed.countDown();
  }

  private static void say(String en, String zh, Object... facts) {
    System.out.println((language() == Language.ZH ? zh : en).formatted(facts));
  }

  private static Language language() {
    return Locale.getDefault().getLanguage().equals("zh") ? Language.ZH : Language.EN;
  }
}
