package anima.client.cli.model;

import anima.brain.llm.model.ModelConfig;
import anima.brain.llm.model.ModelException;
import anima.brain.llm.model.ModelFolder;
import anima.brain.store.InstalledModel;
import anima.brain.store.ModelName;
import anima.brain.store.ModelStore;
import anima.brain.store.StoreException;
import anima.client.local.FailureException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What models there are. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = {"Lists the models that were added.", "列出已添加的模型。"})
final class ModelListCommand implements Callable<Integer> {
  @Mixin private ModelOptions options = new ModelOptions();

  @Override
  public Integer call() throws FailureException {
    Words words = options.words();
    ModelStore store = options.store();
    try {
      List<ModelName> names = store.list();
      if (names.isEmpty()) {
        System.out.println(
            words.say(
                "No model was added yet; the one that comes with Anima needs no adding."
                    + " Try: anima model add Qwen/Qwen2.5-0.5B-Instruct",
                "还没有添加模型；Anima 自带的模型无需添加。" + "试试：anima model add Qwen/Qwen2.5-0.5B-Instruct"));
        return 0;
      }
      Table table =
          new Table()
              .add(
                  words.say("NAME", "名称"),
                  words.say("SIZE", "大小"),
                  words.say("PARAMETERS", "参数"),
                  words.say("ARCHITECTURE", "架构"),
                  words.say("LICENCE", "许可"));
      for (ModelName name : names) {
        table.add(row(store, name, words));
      }
      table.print(System.out);
      return 0;
    } catch (StoreException e) {
      throw words.failure(e);
    }
  }

  /** A damaged model must not hide the others. */
  private static List<String> row(ModelStore store, ModelName name, Words words) {
    List<String> row = new ArrayList<>(List.of(name.toString()));
    try {
      InstalledModel model = store.open(name);
      String licence = model.manifest().licence();
      ModelConfig config = ModelFolder.open(model.path()).config();
      row.add(ByteCount.of(model.manifest().bytes()));
      row.add(ByteCount.parameters(config.parameters()));
      row.add(config.family().className());
      row.add(licence.isEmpty() ? "–" : licence);
    } catch (StoreException | ModelException damaged) {
      row.add(words.say("damaged: see anima model info ", "已损坏：见 anima model info ") + name);
    }
    return row;
  }
}
