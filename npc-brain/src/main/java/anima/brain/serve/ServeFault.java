package anima.brain.serve;

import anima.world.Language;
import java.text.MessageFormat;

/** Why a model cannot be served, each as one sentence for a person. */
public enum ServeFault {
  HOST(
      "{0} is no host name or address of this machine; name 127.0.0.1 for programs on this machine",
      "{0} 不是本机的主机名或地址；仅供本机程序使用时请填 127.0.0.1"),
  KEY_NEEDED(
      "Other machines could reach {0}, so set a key with --api-key that callers must show",
      "其他机器可以访问 {0}，请用 --api-key 设置调用者必须出示的密钥"),
  PORT(
      "Cannot listen at {0} ({1}); end the other program there or choose another --port",
      "无法监听 {0}（{1}）；请结束占用它的程序或另选 --port");

  private final String en;
  private final String zh;

  ServeFault(String en, String zh) {
    this.en = en;
    this.zh = zh;
  }

  String sentence(Language language, Object... facts) {
    return MessageFormat.format(language == Language.ZH ? zh : en, facts);
  }
}
