package anima.fetch;

import java.text.MessageFormat;
import java.util.Locale;

/** What can go wrong with a fetch, each as one sentence for a person: what, where, what to do. */
public enum FetchFault {
  ADDRESS(
      "{0} is no address that can be fetched; it must begin with https:// or http://",
      "{0} 不是可以下载的地址；必须以 https:// 或 http:// 开头"),
  UNREACHABLE(
      "{0} cannot be reached ({1}); check the network and try again, what has arrived is kept",
      "无法连接 {0}（{1}）；请检查网络后重试，已下载的部分会保留"),
  REFUSED(
      "{0} answered {1} instead of the file; check the address or try again later",
      "{0} 返回了 {1}，而不是文件；请检查地址或稍后再试"),
  REDIRECTED(
      "{0} points on to {1}, which is not followed: {2}; use another address",
      "{0} 转向 {1}，不予跟随：{2}；请换用其他地址"),
  CANCELLED("The download of {0} was cancelled; what has arrived is kept", "已取消下载 {0}；已下载的部分会保留"),
  TOO_LARGE(
      "{0} gives more than the {1} MB that are allowed here; nothing of it is used",
      "{0} 超过了此处允许的 {1} MB；不予使用"),
  SIZE(
      "What comes from {0} has {1} bytes and should have {2}; it changed meanwhile, try again",
      "从 {0} 得到 {1} 字节，应为 {2} 字节；文件已有变动，请重试"),
  FOREIGN(
      "What came from {0} is not the expected file: its SHA-256 is {1} and should be {2}; it was"
          + " deleted, try again",
      "从 {0} 下载的文件与预期不符：其 SHA-256 为 {1}，应为 {2}；文件已删除，请重试"),
  DISK_FULL(
      "There is not enough room at {0}: {1} MB are needed and {2} MB are free; free some space",
      "{0} 处空间不足：需要 {1} MB，只剩 {2} MB；请腾出空间"),
  UNWRITABLE(
      "{0} cannot be written ({1}); free some space or name a folder that is yours",
      "无法写入 {0}（{1}）；请腾出空间或指定属于你的文件夹");

  private final String english;
  private final String chinese;

  FetchFault(String english, String chinese) {
    this.english = english;
    this.chinese = chinese;
  }

  String sentence(Locale locale, Object... facts) {
    boolean zh = locale.getLanguage().equals(Locale.CHINESE.getLanguage());
    return new MessageFormat(zh ? chinese : english, Locale.ROOT).format(facts);
  }
}
