package anima.client.cli.model;

import anima.brain.llm.model.ModelConfig;
import anima.brain.store.InstalledModel;
import anima.brain.store.ModelManifest;
import java.util.List;

/** What a person wants to know of a model, a line each. */
final class ModelFacts {
  /** Blocks of 32 weights of four bits share a scale of 32 bits: 5 bits a weight. */
  private static final double INT4_BYTES = 5.0 / 8;

  private static final int KEYS_AND_VALUES = 2;

  private final Words words;
  private final ModelChoice choice;
  private final ModelConfig config;
  private final Table table = new Table();

  ModelFacts(Words words, ModelChoice choice, ModelConfig config) {
    this.words = words;
    this.choice = choice;
    this.config = config;
  }

  Table table() {
    line("Model", "模型", choice.title());
    line("Place", "位置", choice.path().toString());
    choice.installed().ifPresent(this::origin);
    line("Architecture", "架构", config.family().className());
    line("Parameters", "参数", ByteCount.parameters(config.parameters()));
    line("Shape", "形状", shape());
    line("Context", "上下文", config.contextTokensMax() + words.say(" tokens", " 个词元"));
    line("Memory", "内存", memory());
    choice.installed().ifPresent(this::files);
    return table;
  }

  private void line(String english, String chinese, String value) {
    table.add(List.of(words.say(english, chinese), value));
  }

  private void origin(InstalledModel model) {
    ModelManifest manifest = model.manifest();
    line("Source", "来源", manifest.source());
    if (!manifest.revision().isEmpty()) {
      line("Revision", "版本", manifest.revision());
    }
    line(
        "Licence",
        "许可",
        manifest.licence().isEmpty() ? words.say("none was stated", "未注明") : manifest.licence());
    line("Added", "添加时间", manifest.added());
  }

  private String shape() {
    return words
        .say(
            "%d layers, width %d, feed-forward %d, %d heads of %d (%d for keys), vocabulary %d",
            "%d 层，宽 %d，前馈 %d，%d 头，每头 %d（键 %d 头），词表 %d")
        .formatted(
            config.layers(),
            config.hiddenSize(),
            config.feedForwardSize(),
            config.heads(),
            config.headSize(),
            config.keyHeads(),
            config.vocabularyTokens());
  }

  private String memory() {
    long cachePerToken =
        (long) KEYS_AND_VALUES
            * config.layers()
            * config.keyHeads()
            * config.headSize()
            * Float.BYTES;
    return words
        .say(
            "%s with 4-bit weights, %s with floats; and %s for each 1000 tokens",
            "4 位权重 %s，浮点 %s；另每 1000 个词元 %s")
        .formatted(
            ByteCount.of(Math.round(config.parameters() * INT4_BYTES)),
            ByteCount.of(config.parameters() * Float.BYTES),
            ByteCount.of(cachePerToken * 1000));
  }

  private void files(InstalledModel model) {
    for (ModelManifest.Entry file : model.manifest().files()) {
      line(
          "File",
          "文件",
          "%s  %s  sha256:%s".formatted(file.name(), ByteCount.of(file.bytes()), file.sha256()));
    }
  }
}
