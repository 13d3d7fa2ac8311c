package anima.brain.memory;

import anima.world.Language;

/**
 * A memory as a clause in which its person is "you", as minds speak of it: "you like the sea",
 * "你喜欢大海".
 */
public final class MemoryWords {
  private MemoryWords() {}

  public static String clause(Memory memory, Language language) {
    return language == Language.ZH ? chinese(memory) : english(memory);
  }

  private static String english(Memory memory) {
    String text = memory.text();
    String whom = memory.whom().orElse("someone");
    return switch (memory.kind()) {
      case NAME -> "your name is " + text;
      case TRADE -> "you are " + article(text) + text;
      case LIKE -> "you like " + text;
      case LOST -> "you lost your " + text;
      case MESSAGE ->
          memory.done()
              ? "you had me tell " + whom + ": " + text
              : "you asked me to tell " + whom + ": " + text;
      case MEETING -> "you wanted to meet me " + text;
      case REMINDER -> "you asked me to remind you: " + text;
      case MET -> "you and I met when you said: " + text;
    };
  }

  private static String chinese(Memory memory) {
    String text = memory.text();
    String whom = memory.whom().orElse("别人");
    return switch (memory.kind()) {
      case NAME -> "你叫" + text;
      case TRADE -> "你是" + text;
      case LIKE -> "你喜欢" + text;
      case LOST -> "你丢了" + text;
      case MESSAGE -> memory.done() ? "你让我告诉过" + whom + "：" + text : "你要我告诉" + whom + "：" + text;
      case MEETING -> "你约我" + text + "见面";
      case REMINDER -> "你要我提醒你：" + text;
      case MET -> "我们认识时你说：" + text;
    };
  }

  /** What else people say when they ask for a memory of a kind. */
  static String hints(Kind kind) {
    return switch (kind) {
      case NAME -> "name called who am 名字 叫什么 我是谁";
      case TRADE -> "work job trade living 工作 职业 干什么";
      case LIKE -> "like love enjoy favourite favorite 喜欢 喜爱 爱好";
      case LOST -> "lost lose missing left find 丢 找 不见";
      case MESSAGE -> "message tell word 消息 口信 告诉";
      case MEETING -> "meet meeting appointment date promise 见面 约";
      case REMINDER -> "remind reminder forget 提醒";
      case MET -> "";
    };
  }

  private static String article(String noun) {
    return noun.isEmpty() || "aeiou".indexOf(Character.toLowerCase(noun.charAt(0))) < 0
        ? "a "
        : "an ";
  }
}
