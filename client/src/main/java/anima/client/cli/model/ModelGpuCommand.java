package anima.client.cli.model;

import anima.brain.llm.DeviceProbe;
import anima.brain.llm.DeviceSpeeds;
import anima.brain.llm.LlmOptions;
import anima.brain.llm.engine.EngineReport;
import anima.brain.llm.engine.GpuException;
import anima.brain.llm.engine.GpuNatives;
import anima.brain.llm.engine.NvidiaDriver;
import anima.brain.llm.graph.WeightFormat;
import anima.brain.llm.model.ModelException;
import anima.brain.llm.model.ModelFolder;
import anima.client.local.FailureException;
import anima.client.local.Home;
import anima.fetch.FetchException;
import anima.fetch.FetchRequest;
import anima.world.Language;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Puts the graphics card to use for models. */
@Command(
    name = "gpu",
    mixinStandardHelpOptions = true,
    description = {
      "Installs the runtime that computes models on the graphics card, and tries it.",
      "安装用显卡运行模型的运行库，并加以试验。"
    })
final class ModelGpuCommand implements Callable<Integer> {
  private final PrintStream out = System.out;
  private final GpuNatives natives = new GpuNatives(Home.folder().resolve("gpu"));

  @ArgGroup private Other other = new Other();

  @Option(
      names = "--registry",
      paramLabel = "URL",
      description = {
        "Base address of an npm registry to fetch from (or ANIMA_NPM_REGISTRY).",
        "用于下载的 npm 仓库地址（或 ANIMA_NPM_REGISTRY）。"
      },
      defaultValue = "${env:ANIMA_NPM_REGISTRY}")
  private @Nullable String registry;

  /** What to do instead of installing. */
  static final class Other {
    @Option(
        names = "--status",
        description = {"Tells what is there and which devices work.", "说明现状以及哪些设备可用。"})
    private boolean status;

    @Option(
        names = "--off",
        description = {"Removes it; models run on the processor again.", "删除运行库；模型重新在处理器上运行。"})
    private boolean off;

    @Option(
        names = "--measure",
        paramLabel = "MODEL",
        description = {
          "Tells how fast a model answers on the processor and on the card.",
          "比较模型在处理器与显卡上回答的速度。"
        })
    private @Nullable Path measured;
  }

  @Override
  public Integer call() throws FailureException {
    try {
      if (other.off) {
        natives.remove();
        say("Models run on the processor.", "模型在处理器上运行。");
      } else if (other.status) {
        status();
      } else if (other.measured != null) {
        measure(ModelFolder.open(other.measured));
      } else {
        install();
      }
      return 0;
    } catch (GpuException e) {
      throw new FailureException(e.in(language()));
    } catch (FetchException e) {
      throw new FailureException(e.in(Locale.getDefault()));
    } catch (ModelException e) {
      throw new FailureException(e.in(language()));
    }
  }

  /** With 4 bits a weight, as the card and larger models want it. */
  private void measure(ModelFolder model) {
    LlmOptions options = LlmOptions.defaults().withWeights(WeightFormat.INT4);
    DeviceSpeeds speeds = DeviceProbe.run(model, options);
    String processor = "%.1f".formatted(speeds.processor());
    say(
        "Processor: " + processor + " tokens/s of an answer, with its prompt",
        "处理器：每秒 " + processor + " 个回答词元（含读取提示）");
    if (speeds.card().isPresent()) {
      String card = "%.1f".formatted(speeds.card().getAsDouble());
      say("Graphics card: " + card + " tokens/s", "显卡：每秒 " + card + " 个词元");
    } else {
      say("Graphics card: " + speeds.failure(), "显卡：" + speeds.failure());
    }
  }

  private void status() throws GpuException {
    if (natives.ready().isPresent()) {
      say("Installed in " + natives.folder() + ".", "已安装在 " + natives.folder() + "。");
    } else if (natives.areBuiltIn()) {
      say("The runtime knows the graphics card of a Mac by itself.", "运行库本身支持 Mac 的显卡。");
    } else {
      say(
          "Not installed; run anima model gpu to let models run on the graphics card.",
          "尚未安装；运行 anima model gpu 可让模型在显卡上运行。");
    }
    print(natives.report());
  }

  private void install() throws GpuException, FetchException {
    if (natives.areBuiltIn()) {
      status();
      return;
    }
    if (natives.ready().isEmpty()) {
      long megabytes = Math.round(GpuNatives.downloadBytes() / 1e6);
      say(
          "Fetching about %d MB, licence %s …".formatted(megabytes, GpuNatives.licence()),
          "正在下载约 %d MB，许可证 %s……".formatted(megabytes, GpuNatives.licence()));
    }
    print(natives.install(registry(), new DownloadLines(out)::progress, () -> false));
    say(
        "The first start of each model finds out whether the card is faster for it.",
        "每个模型首次启动时会比较显卡与处理器哪个更快。");
  }

  private URI registry() throws FetchException {
    return registry == null || registry.isBlank()
        ? GpuNatives.registry()
        : FetchRequest.address(registry);
  }

  private void print(EngineReport report) {
    say("Runtime: " + report.version(), "运行库：" + report.version());
    report.cards().forEach(card -> say("Card: " + card, "显卡：" + card));
    NvidiaDriver.find()
        .ifPresent(driver -> say("Driver of NVIDIA: " + driver, "NVIDIA 驱动：" + driver));
    report.devices().forEach(device -> say("Works: " + device, "可用：" + device));
    report.refusals().forEach(refusal -> say("Does not work: " + refusal, "不可用：" + refusal));
  }

  private void say(String en, String zh) {
    out.println(language() == Language.ZH ? zh : en);
  }

  private static Language language() {
    return Locale.getDefault().getLanguage().equals("zh") ? Language.ZH : Language.EN;
  }
}
