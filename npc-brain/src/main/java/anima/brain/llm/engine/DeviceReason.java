package anima.brain.llm.engine;

import anima.world.Language;
import java.text.MessageFormat;

/** Why a model runs where it runs, each as one sentence for a person. */
public enum DeviceReason {
  PROCESSOR_CHOSEN("The model runs on the processor.", "模型在处理器上运行。"),
  CARD_CHOSEN("The model runs on the graphics card.", "模型在显卡上运行。"),
  NO_RUNTIME(
      "The model runs on the processor; anima model gpu installs what lets it run on a graphics"
          + " card.",
      "模型在处理器上运行；运行 anima model gpu 可安装显卡运行库。"),
  SMALL(
      "The model runs on the processor; it is too small for a graphics card to pay.",
      "模型在处理器上运行；模型很小，用显卡并不划算。"),
  FASTER(
      "The model runs on the graphics card: {0} tokens/s against {1} on the processor.",
      "模型在显卡上运行：每秒 {0} 个词元，处理器为 {1} 个。"),
  SLOWER(
      "The model runs on the processor: {1} tokens/s against {0} on the graphics card.",
      "模型在处理器上运行：每秒 {1} 个词元，显卡为 {0} 个。"),
  FAILED(
      "The model runs on the processor, because the graphics card could not compute it ({0});"
          + " update its driver or run anima model gpu --off.",
      "模型在处理器上运行，因为显卡无法运行它（{0}）；请更新显卡驱动或运行 anima model gpu --off。"),
  LOST(
      "The graphics card stopped computing ({0}); the model goes on on the processor.",
      "显卡停止了计算（{0}）；模型改在处理器上继续运行。");

  private final String en;
  private final String zh;

  DeviceReason(String en, String zh) {
    this.en = en;
    this.zh = zh;
  }

  String sentence(Language language, Object... facts) {
    return MessageFormat.format(language == Language.ZH ? zh : en, facts);
  }
}
