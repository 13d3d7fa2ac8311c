package anima.brain.llm.engine;

import anima.world.Language;
import java.text.MessageFormat;

/** Why there is no computing on a graphics card: what, where ({0}), and what to do about it. */
public enum GpuFault {
  NO_PACKAGE(
      "There is no runtime for graphics cards on {0}; models run on the processor",
      "{0} 上没有支持显卡的运行库；模型将在处理器上运行"),
  ARCHIVE(
      "{0} cannot be unpacked ({1}); it was deleted, run the command again",
      "无法解开 {0}（{1}）；文件已删除，请重新运行此命令"),
  UNWRITABLE(
      "{0} cannot be written ({1}); free some space or name a folder that is yours",
      "无法写入 {0}（{1}）；请腾出空间或指定属于你的文件夹"),
  UNLOADABLE(
      "The runtime in {0} does not start on this machine ({1}); models run on the processor",
      "{0} 中的运行库无法在本机启动（{1}）；模型将在处理器上运行"),
  NO_DEVICE(
      "The runtime in {0} finds no graphics card that it can compute on ({1}); install the card''s"
          + " driver with Vulkan or Direct3D 12, then run the command again",
      "{0} 中的运行库找不到可用于计算的显卡（{1}）；请安装支持 Vulkan 或 Direct3D 12 的显卡驱动，然后重新运行此命令");

  private final String en;
  private final String zh;

  GpuFault(String en, String zh) {
    this.en = en;
    this.zh = zh;
  }

  String sentence(Language language, Object... facts) {
    return MessageFormat.format(language == Language.ZH ? zh : en, facts);
  }
}
