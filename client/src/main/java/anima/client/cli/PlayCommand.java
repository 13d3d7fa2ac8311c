package anima.client.cli;

import anima.brain.llm.schedule.FramePace;
import anima.client.local.FailureException;
import anima.client.local.Home;
import anima.client.local.LocalOptions;
import anima.client.local.LocalWorld;
import anima.client.local.RemoteWorld;
import anima.client.local.ThinkingMind;
import anima.client.view.BadOptionException;
import anima.client.view.Client;
import anima.client.view.ClientOptions;
import anima.client.view.ClientOutcome;
import anima.client.view.Preset;
import anima.client.voice.VoiceGuest;
import anima.voice.SpokenLanguage;
import anima.world.Language;
import anima.world.Session;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The world in a window. */
@Command(
    name = "play",
    mixinStandardHelpOptions = true,
    description = {
      "Opens the world in a window; with no display, in this terminal.",
      "在窗口里打开世界；没有显示器时就在终端里。"
    })
final class PlayCommand implements Callable<Integer> {
  /** Held, or its level would be forgotten. */
  private static final Logger ENGINE_LOG = Logger.getLogger("com.jme3");

  /** Warns of loaders for kinds of files that we do not have. */
  private static final Logger LOADERS_LOG = Logger.getLogger("com.jme3.asset.AssetConfig");

  @Mixin private WorldOptions world = new WorldOptions();

  @Mixin private MindOptions thinking = new MindOptions();

  @Option(names = "--server", paramLabel = "URI", description = "Server to visit instead.")
  private @Nullable String server;

  @Option(names = "--name", description = "What others call you (default: Visitor).")
  private String name = "Visitor";

  @Option(names = "--preset", description = "Cost of the picture: low, medium or high.")
  private @Nullable String preset;

  @Option(
      names = "--screenshot",
      paramLabel = "FILE",
      description = "Write a picture (PNG) and leave.")
  private @Nullable Path screenshot;

  @Option(
      names = "--after",
      paramLabel = "SECONDS",
      description = "When to write it (default: ${DEFAULT-VALUE}).")
  private double afterSeconds = 5;

  @Option(
      names = "--voice-model",
      paramLabel = "DIR|NAME",
      description =
          "Vosk model that hears what you say into the microphone: a folder, or a published model"
              + " by name, fetched the first time (vosk-model-small-en-us-0.15,"
              + " vosk-model-small-cn-0.22).")
  private @Nullable String voiceModel;

  @Option(names = "--mute", description = "Nobody is heard; all is shown as text.")
  private boolean mute;

  @Override
  public Integer call() throws FailureException, BadOptionException {
    Language language = world.language();
    ClientOptions window = window(language);
    Optional<String> blind = Client.displayMissing();
    if (blind.isPresent()) {
      return withoutWindow(blind.get());
    }
    Optional<Path> heardBy = voiceModel(language);
    if (server != null) {
      try (RemoteWorld remote = RemoteWorld.at(server, world.folder())) {
        return enter(remote.join(name), window, heardBy, nanos -> {});
      }
    }
    FramePace pace = new FramePace(System::nanoTime);
    LocalOptions options = world.local(Optional.empty());
    try (ThinkingMind mind = thinking.open(language, pace);
        LocalWorld local = LocalWorld.start(options, mind.decider())) {
      return enter(local.join(name), window, heardBy, pace::frame);
    }
  }

  private ClientOptions window(Language language) throws FailureException {
    ClientOptions options = ClientOptions.window(language).withSettingsFolder(Home.folder());
    try {
      if (preset != null) {
        options = options.withPreset(Preset.named(preset));
      }
    } catch (BadOptionException unknown) {
      throw FailureException.of(unknown);
    }
    return screenshot == null ? options : options.withScreenshot(screenshot, afterSeconds);
  }

  private int withoutWindow(String why) throws FailureException {
    if (screenshot != null) {
      throw new FailureException(why + " A picture needs one, such as Xvfb.");
    }
    System.err.println("anima: " + why + " You can talk here instead; /help lists how.");
    return TalkCommand.talk(world, thinking, Optional.ofNullable(server), name);
  }

  private Optional<Path> voiceModel(Language language) throws FailureException {
    return voiceModel == null
        ? Optional.empty()
        : Optional.of(new VoiceModels(System.out, spoken(language)).find(voiceModel));
  }

  private static SpokenLanguage spoken(Language language) {
    return language == Language.ZH ? SpokenLanguage.ZH : SpokenLanguage.EN;
  }

  private int enter(
      Session session, ClientOptions window, Optional<Path> heardBy, LongConsumer frameNanos)
      throws FailureException {
    // The engine tells of each thing it loads.
    ENGINE_LOG.setLevel(Level.WARNING);
    LOADERS_LOG.setLevel(Level.SEVERE);
    try (session;
        VoiceGuest voice = new VoiceGuest(session, heardBy, spoken(window.language()), mute)) {
      ClientOutcome outcome = Client.run(session, window, voice, frameNanos);
      if (outcome.failure().isPresent()) {
        throw new FailureException(outcome.failure().get());
      }
      System.out.println(
          "First picture after "
              + outcome.startupMillis()
              + " ms, preset "
              + outcome.preset()
              + ", "
              + outcome.frames()
              + " pictures of "
              + Math.round(outcome.frameMillis())
              + " ms.");
      return 0;
    } catch (BadOptionException wrong) {
      throw FailureException.of(wrong);
    }
  }
}
