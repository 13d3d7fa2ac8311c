package anima.client.talk;

import anima.world.Gesture;
import anima.world.Language;
import anima.world.Refusal;
import anima.world.Weather;
import anima.world.place.Goods;
import java.util.Locale;

/** What the terminal says, in the language of whoever sits there. */
record Wording(Language language) {

  /** One of two sentences, filled in. */
  String say(String english, String chinese, Object... values) {
    return String.format(Locale.ROOT, language == Language.ZH ? chinese : english, values);
  }

  String goods(Goods goods, int count) {
    return language == Language.ZH
        ? count + goods.measureZh() + goods.name().zh()
        : count + " " + (count == 1 ? goods.name().en() : goods.plural());
  }

  String coins(long coins) {
    return language == Language.ZH ? coins + "文" : coins + (coins == 1 ? " coin" : " coins");
  }

  String weather(Weather weather) {
    return switch (weather) {
      case CLEAR -> say("clear", "晴");
      case CLOUDY -> say("cloudy", "多云");
      case RAIN -> say("rain", "下雨");
      case FOG -> say("fog", "有雾");
      case SNOW -> say("snow", "下雪");
    };
  }

  String gesture(Gesture gesture) {
    return switch (gesture) {
      case WAVE -> say("waves", "挥手");
      case BOW -> say("bows", "鞠躬");
      case NOD -> say("nods", "点头");
      case SHAKE_HEAD -> say("shakes the head", "摇头");
      case CLAP -> say("claps", "鼓掌");
      case DANCE -> say("dances", "跳舞");
      case SIT -> say("sits down", "坐下");
      case STAND -> say("stands up", "站起来");
      case JUMP -> say("jumps", "跳了一下");
      case SMILE -> say("smiles", "微笑");
      case LAUGH -> say("laughs", "大笑");
      case CRY -> say("cries", "哭了");
      case SHRUG -> say("shrugs", "耸肩");
      case SALUTE -> say("salutes", "敬礼");
      case THINK -> say("thinks", "想了想");
    };
  }

  String refusal(Refusal refusal) {
    return switch (refusal) {
      case NOT_THERE -> say("They are not here.", "对方不在这里。");
      case TOO_FAR -> say("That is too far away.", "太远了。");
      case BAD_TEXT ->
          say(
              "That cannot be said: it is empty, too long or holds strange characters.",
              "这句话说不出口：它是空的、太长，或者带有奇怪的字符。");
      case BAD_NUMBER -> say("That number cannot be.", "这个数字不行。");
      case NO_WAY -> say("There is no way there.", "没有路能到那里。");
      case NOT_OWNED -> say("You do not own that many.", "你没有那么多。");
      case TOO_POOR -> say("You have too few coins.", "你的钱不够。");
      case NO_OFFER -> say("Nobody offers you anything now.", "现在没有人向你出价。");
      case TOO_FAST -> say("Nobody can move that fast.", "没人能跑那么快。");
      case NOT_USABLE -> say("That cannot be used.", "那个没法用。");
      case NOT_YOURS -> say("That is not yours to do.", "这不归你做。");
      case TOO_MANY -> say("Too much at once; try again.", "一下子太多了，请再试一次。");
      case NOT_STORED ->
          say(
              "The world cannot be stored now; is the disk full? Try again later.",
              "现在存不了，磁盘是不是满了？请稍后再试。");
    };
  }
}
