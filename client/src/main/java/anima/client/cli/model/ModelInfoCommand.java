package anima.client.cli.model;

import anima.brain.llm.model.ModelException;
import anima.brain.llm.model.ModelFolder;
import anima.client.local.FailureException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What a model is. */
@Command(
    name = "info",
    mixinStandardHelpOptions = true,
    description = {"Checks a model's folder and tells what it is.", "检查模型文件夹并说明。"})
final class ModelInfoCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "Folder of the model.")
  private Path folder = Path.of("");

  @Override
  public Integer call() throws FailureException {
    try {
      System.out.println(ModelFolder.open(folder).config());
      return 0;
    } catch (ModelException damaged) {
      throw FailureException.of(damaged);
    }
  }
}
