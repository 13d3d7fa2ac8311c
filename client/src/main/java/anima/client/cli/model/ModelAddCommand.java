package anima.client.cli.model;

import anima.brain.store.AddListener;
import anima.brain.store.Hub;
import anima.brain.store.InstalledModel;
import anima.brain.store.ModelSources;
import anima.brain.store.Offer;
import anima.brain.store.StoreException;
import anima.client.local.Console;
import anima.client.local.FailureException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings a model into the store. */
@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    description = {
      "Fetches a model by its name and keeps it; asks first, goes on after an interruption.",
      "按名称下载模型并保存；先征求同意，中断后可继续。"
    },
    footer = {
      "",
      "HF_TOKEN is sent to the hub, and to nobody else, for models that need it.",
      "需要令牌的模型请设置 HF_TOKEN；它只会发送给该网站。"
    })
final class ModelAddCommand implements Callable<Integer> {
  @Mixin private ModelOptions options = new ModelOptions();

  @Parameters(
      paramLabel = "MODEL",
      description = {
        "owner/name, owner/name:file.gguf, the address of a .gguf file, or a folder or .gguf file"
            + " here.",
        "owner/name、owner/name:file.gguf、.gguf 文件的网址，或本机的文件夹或 .gguf 文件。"
      })
  private String model = "";

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = {"GGUF file of the model to take.", "要下载的 GGUF 文件。"})
  private @Nullable String file;

  @Option(
      names = "--revision",
      paramLabel = "NAME",
      description = {"Branch, tag or commit (default: main).", "分支、标签或提交（默认：main）。"})
  private @Nullable String revision;

  @Option(
      names = "--hub",
      paramLabel = "URI",
      description = {
        "Address of the hub (default: $HF_ENDPOINT, else https://huggingface.co).",
        "网站地址（默认：$HF_ENDPOINT，否则 https://huggingface.co）。"
      })
  private @Nullable String hub;

  @Mixin private Consent consent = new Consent();

  @Override
  public Integer call() throws FailureException {
    Words words = options.words();
    consent.checkPossible(words);
    ProgressLine line = new ProgressLine(System.out, Console.isInteractive(), System::nanoTime);
    Adding adding = new Adding(words, line);
    try {
      Hub asked = Hub.of(Optional.ofNullable(hub), System.getenv());
      ModelSources sources =
          new ModelSources(asked, Optional.ofNullable(file), Optional.ofNullable(revision));
      InstalledModel added = options.store().add(sources.of(model), adding, () -> false);
      line.end();
      tell(words, added, adding.offered);
      return 0;
    } catch (StoreException e) {
      line.end();
      throw words.failure(e);
    }
  }

  private static void tell(Words words, InstalledModel added, boolean fetched) {
    String text =
        fetched
            ? words.say("Added %s (%s).", "已添加 %s（%s）。")
            : words.say("%s is here already (%s).", "%s 已经在这里（%s）。");
    System.out.printf(text + "%n", added.name(), ByteCount.of(added.manifest().bytes()));
    System.out.println(
        words.say("Talk with it: ", "与它对话：") + "anima model chat --model " + added.name());
  }

  private final class Adding implements AddListener {
    private final Words words;
    private final ProgressLine line;
    private boolean offered;

    private Adding(Words words, ProgressLine line) {
      this.words = words;
      this.line = line;
    }

    @Override
    public boolean agrees(Offer offer) {
      offered = true;
      show(offer);
      return consent.given(words.say("Fetch it?", "下载吗？"));
    }

    private void show(Offer offer) {
      String licence =
          offer.licence().isEmpty() ? words.say("none is stated", "未注明") : offer.licence();
      String revision = offer.revision().isEmpty() ? "–" : offer.revision();
      System.out.printf(
          words.say(
              "%s%n  from     %s%n  revision %s%n  licence  %s%n  size     %s, files: %d%n",
              "%s%n  来源  %s%n  版本  %s%n  许可  %s%n  大小  %s，文件：%d%n"),
          offer.name(),
          offer.source(),
          revision,
          licence,
          ByteCount.of(offer.bytes()),
          offer.files().size());
    }

    @Override
    public void progress(long doneBytes, long totalBytes) {
      line.show(doneBytes, totalBytes);
    }
  }
}
