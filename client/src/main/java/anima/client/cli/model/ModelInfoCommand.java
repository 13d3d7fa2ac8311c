package anima.client.cli.model;

import anima.brain.llm.model.ModelException;
import anima.brain.llm.model.ModelFolder;
import anima.brain.store.AddListener;
import anima.brain.store.InstalledModel;
import anima.brain.store.Offer;
import anima.brain.store.StoreException;
import anima.client.local.Console;
import anima.client.local.FailureException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a model is. */
@Command(
    name = "info",
    mixinStandardHelpOptions = true,
    description = {"Checks a model and tells what it is and what it needs.", "检查模型，说明它是什么、需要什么。"})
final class ModelInfoCommand implements Callable<Integer> {
  @Mixin private ModelOptions options = new ModelOptions();

  @Parameters(
      paramLabel = "NAME|DIR|FILE.gguf",
      description = {"Name of an added model, a folder, or a GGUF file.", "已添加模型的名称、文件夹或 GGUF 文件。"})
  private String model = "";

  @Option(
      names = "--verify",
      description = {
        "Read all files again and compare their hashes with those of the download.",
        "重新读取所有文件，与下载时的哈希比较。"
      })
  private boolean verify;

  @Override
  public Integer call() throws FailureException {
    Words words = options.words();
    ModelChoice choice = ModelChoice.of(model, options.store(), words);
    try {
      ModelFacts facts = new ModelFacts(words, choice, ModelFolder.open(choice.path()).config());
      facts.table().print(System.out);
      if (verify) {
        verify(choice, words);
      }
      return 0;
    } catch (ModelException damaged) {
      throw words.failure(damaged);
    }
  }

  private void verify(ModelChoice choice, Words words) throws FailureException {
    InstalledModel installed =
        choice
            .installed()
            .orElseThrow(
                () ->
                    new FailureException(
                        words.say(
                            "Only a model that was added has hashes to compare with; add it first.",
                            "只有添加过的模型才有可比较的哈希；请先添加。")));
    ProgressLine line = new ProgressLine(System.out, Console.isInteractive(), System::nanoTime);
    try {
      List<String> changed = options.store().verify(installed, new Reading(line), () -> false);
      line.end();
      if (!changed.isEmpty()) {
        throw new FailureException(
            words
                .say(
                    "Not what was added: %s; remove the model and add it again.",
                    "与添加时不同：%s；请删除该模型后重新添加。")
                .formatted(String.join(", ", changed)));
      }
      System.out.println(words.say("All files are what was added.", "所有文件均与添加时相同。"));
    } catch (StoreException e) {
      throw words.failure(e);
    }
  }

  private record Reading(ProgressLine line) implements AddListener {
    @Override
    public boolean agrees(Offer offer) {
      return true;
    }

    @Override
    public void progress(long doneBytes, long totalBytes) {
      line.show(doneBytes, totalBytes);
    }
  }
}
