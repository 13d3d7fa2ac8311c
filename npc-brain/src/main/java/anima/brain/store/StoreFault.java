package anima.brain.store;

import anima.world.Language;
import java.text.MessageFormat;

/** What can go wrong with models by name, each as one sentence for a person. */
public enum StoreFault {
  NAME(
      "{0} is no name of a model; write owner/name, owner/name:file.gguf, the address of a .gguf"
          + " file, or a folder",
      "{0} 不是模型的名称；请写 owner/name、owner/name:file.gguf、.gguf 文件的网址或文件夹"),
  UNKNOWN(
      "There is no model {0} here; anima model list shows those that are, anima model add fetches"
          + " others",
      "这里没有模型 {0}；anima model list 列出已有的，anima model add 下载其他的"),
  UNKNOWN_NEAR("There is no model {0} here; did you mean {1}?", "这里没有模型 {0}；你是指 {1} 吗？"),
  AMBIGUOUS("{0} could be {1}; write the whole name", "{0} 可能是 {1}；请写全名"),
  NOT_AT_HUB(
      "{0} has no model {1} with the revision {2}; check the spelling",
      "{0} 没有模型 {1} 的版本 {2}；请检查拼写"),
  TOKEN_NEEDED(
      "{0} does not give {1} to strangers (status {2}): either the name is misspelt, or the model"
          + " needs a token: accept its terms on its page and set HF_TOKEN",
      "{0} 不向陌生人提供 {1}（状态 {2}）：或者名称拼错，或者该模型需要令牌：请在其页面接受条款并设置 HF_TOKEN"),
  TOKEN_REFUSED(
      "{0} does not give {1} to the token in HF_TOKEN (status {2}); accept the model''s terms on"
          + " its page with the same account",
      "{0} 不向 HF_TOKEN 中的令牌提供 {1}（状态 {2}）；请用同一账户在其页面接受条款"),
  HUB_ANSWER(
      "{0} gave an answer about {1} that cannot be used: {2}; try again later or name another hub"
          + " with --hub",
      "{0} 关于 {1} 的回答无法使用：{2}；请稍后再试，或用 --hub 指定其他网站"),
  FILE_UNKNOWN("{0} has no file {1}; its GGUF files are: {2}", "{0} 没有文件 {1}；它的 GGUF 文件有：{2}"),
  FILE_CHOICE(
      "{0} holds several GGUF files; name one as in {0}:{1}; there are: {2}",
      "{0} 有多个 GGUF 文件；请指定一个，例如 {0}:{1}；共有：{2}"),
  PICKLES(
      "{0} has its weights only as pickles ({1}), which can run foreign code when they are read;"
          + " look for a copy, or a --revision, with safetensors or GGUF",
      "{0} 的权重只有 pickle 格式（{1}），读取时可能运行他人的代码；请寻找带有 safetensors 或 GGUF 的副本或 --revision"),
  NO_WEIGHTS(
      "{0} holds no weights that can be read here (model.safetensors or a .gguf file); use another"
          + " model",
      "{0} 没有这里可读的权重（model.safetensors 或 .gguf 文件）；请换用其他模型"),
  FILE_NEEDED("{0} lacks {1}; use another copy of the model", "{0} 缺少 {1}；请换用该模型的其他副本"),
  TOO_LARGE(
      "{0} has {1} MB, more than the {2} MB that a model may have here; use a smaller one",
      "{0} 有 {1} MB，超过此处模型的上限 {2} MB；请换用较小的模型"),
  DECLINED("{0} was not added", "没有添加 {0}"),
  IN_USE(
      "Another program is adding or removing {0} just now; wait until it has finished",
      "另一个程序正在添加或删除 {0}；请等它完成"),
  UNREADABLE("{0} cannot be read ({1}); check the permissions", "无法读取 {0}（{1}）；请检查权限"),
  UNWRITABLE(
      "{0} cannot be written ({1}); free some space or name a folder that is yours",
      "无法写入 {0}（{1}）；请腾出空间或指定属于你的文件夹"),
  MANIFEST("{0} is damaged ({1}); remove the model and add it again", "{0} 已损坏（{1}）；请删除该模型后重新添加"),
  FOREIGN(
      "What came as {0} is not the expected file: its hash is {1} and should be {2}; it was"
          + " deleted, try again",
      "得到的 {0} 与预期不符：其哈希为 {1}，应为 {2}；文件已删除，请重试"),
  /** A sentence of the network's. */
  FETCH("{0}", "{0}"),
  /** A sentence of the model's own files. */
  MODEL("{0}", "{0}");

  private final String english;
  private final String chinese;

  StoreFault(String english, String chinese) {
    this.english = english;
    this.chinese = chinese;
  }

  String sentence(Language language, Object... facts) {
    return MessageFormat.format(language == Language.ZH ? chinese : english, facts);
  }
}
