package anima.client.cli.model;

import anima.brain.store.ModelName;
import anima.brain.store.ModelStore;
import anima.brain.store.StoreException;
import anima.client.local.FailureException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Takes a model out of the store. */
@Command(
    name = "remove",
    mixinStandardHelpOptions = true,
    description = {"Removes a model and what was made of it; asks first.", "删除一个模型及由它生成的文件；先征求同意。"})
final class ModelRemoveCommand implements Callable<Integer> {
  @Mixin private ModelOptions options = new ModelOptions();
  @Mixin private Consent consent = new Consent();

  @Parameters(
      paramLabel = "NAME",
      description = {"Name of the model, or enough of it.", "模型的名称或其中一部分。"})
  private String model = "";

  @Override
  public Integer call() throws FailureException {
    Words words = options.words();
    consent.checkPossible(words);
    try {
      ModelStore store = options.store();
      ModelName name = store.find(model);
      if (!consent.given(words.say("Remove %s?", "删除 %s 吗？").formatted(name))) {
        return 0;
      }
      store.remove(name);
      System.out.println(words.say("Removed %s.", "已删除 %s。").formatted(name));
      return 0;
    } catch (StoreException e) {
      throw words.failure(e);
    }
  }
}
