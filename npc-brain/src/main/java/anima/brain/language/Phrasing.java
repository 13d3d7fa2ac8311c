package anima.brain.language;

import anima.world.Language;
import anima.world.Weather;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Puts things into words that fit inside a sentence. */
public final class Phrasing {
  private static final Pattern ARTICLE =
      Pattern.compile("^(the|a|an|my|your|some) ", Pattern.CASE_INSENSITIVE);
  private static final Pattern OPENER =
      Pattern.compile(
          "^(The|A|An|Someone|Somebody|There|You|Your|It|They|We|My|Our|People|Nobody|Every|Old"
              + "|Two|Three|This|That|In|At|On|He|She|His|Her|Some)\\b");
  private static final List<String> CLOCK =
      List.of(
          "twelve", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
          "eleven");
  private static final List<String> CLOCK_ZH =
      List.of("十二", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十", "十一");

  private Phrasing() {}

  /** Without an article before it. */
  static String bare(String noun) {
    return ARTICLE.matcher(noun).replaceFirst("");
  }

  /** A person's name as it is written, should it have been typed in small letters. */
  static String name(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return text.equals(lower) && !text.isEmpty()
        ? text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1)
        : text;
  }

  /** A whole sentence, to stand inside another one. */
  static String clause(String sentence) {
    String plain = sentence.strip().replaceFirst("[.!?。！？]+$", "");
    return OPENER.matcher(plain).find()
        ? plain.substring(0, 1).toLowerCase(Locale.ROOT) + plain.substring(1)
        : plain;
  }

  /** What the weather is like, in one word. */
  public static String weather(Weather weather, Language language) {
    boolean zh = language == Language.ZH;
    return switch (weather) {
      case CLEAR -> zh ? "晴朗" : "clear";
      case CLOUDY -> zh ? "多云" : "cloudy";
      case RAIN -> zh ? "有雨" : "rainy";
      case FOG -> zh ? "有雾" : "foggy";
      case SNOW -> zh ? "有雪" : "snowy";
    };
  }

  /** The time of day, to the hour: "about nine in the morning". */
  public static String hour(double hour, Language language) {
    int full = (int) Math.floor(hour) % 24;
    if (language == Language.ZH) {
      String part = full < 5 ? "凌晨" : full < 12 ? "上午" : full < 18 ? "下午" : "晚上";
      return full == 12 ? "正午" : part + CLOCK_ZH.get(full % 12) + "点";
    }
    String clock = "about " + CLOCK.get(full % 12);
    if (full == 12 || full == 0) {
      return full == 12 ? "about noon" : "about midnight";
    }
    return clock
        + (full < 12 && full >= 4
            ? " in the morning"
            : full < 4 || full >= 21
                ? " at night"
                : full < 18 ? " in the afternoon" : " in the evening");
  }
}
