package anima.brain.mind;

import anima.world.Language;
import anima.world.Refusal;
import anima.world.place.Line;

/** What a mind says of what the world's rules made of its acts: true and brief, without a model. */
final class Remark {
  static final Line ONE_BY_ONE = new Line("One after the other, please.", "一个一个来。");
  static final Line NO_THOUGHT = new Line("My thoughts fail me just now.", "我这会儿脑子转不动。");

  private Remark() {}

  static String in(Language language, Line line) {
    return language == Language.ZH ? line.zh() : line.en();
  }

  static Line here(String nameEn, String nameZh) {
    return new Line("Here we are: the " + nameEn + ".", "到了，这里就是" + nameZh + "。");
  }

  static Line thanksFor(String goodsEn, String goodsZh) {
    return new Line("Thank you for the " + goodsEn + "!", "谢谢你的" + goodsZh + "！");
  }

  static Line passedOn(String fromEn, String fromZh, String message) {
    return new Line(fromEn + " asked me to tell you: " + message, fromZh + "让我告诉你：" + message);
  }

  static Line reminded(String what) {
    return new Line("You asked me to remind you: " + what, "你要我提醒你：" + what);
  }

  /** Why something that was asked for is not done. */
  static Line of(String action, Refusal refusal) {
    boolean trade = action.equals("Sell") || action.equals("Give") || action.equals("Take");
    return trade && refusal == Refusal.TOO_FAR
        ? new Line("Come a little closer, I cannot reach you.", "走近一点，我够不着你。")
        : of(refusal);
  }

  private static Line of(Refusal refusal) {
    return switch (refusal) {
      case NO_WAY -> new Line("I cannot get there.", "我去不了那里。");
      case NOT_THERE -> new Line("I do not see them here.", "我没看见人。");
      case TOO_FAR -> new Line("That is too far away for me.", "那太远了，我够不着。");
      case NOT_OWNED -> new Line("I have not got that many any more.", "我手上没有这么多了。");
      case TOO_POOR -> new Line("I have not enough coins.", "我的钱不够。");
      case NO_OFFER -> new Line("There is no offer any more.", "这笔买卖已经过时了。");
      case NOT_USABLE -> new Line("That cannot be used.", "那个没法用。");
      case NOT_STORED -> new Line("The world cannot keep that right now.", "这个世界现在存不下这件事。");
      case BAD_TEXT, BAD_NUMBER, TOO_FAST, NOT_YOURS, TOO_MANY ->
          new Line("I cannot do that now.", "我现在做不到。");
    };
  }
}
