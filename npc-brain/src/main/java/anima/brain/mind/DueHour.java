package anima.brain.mind;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hour of the day that words of time mean: "noon", "seven o'clock", "half past 3", "in two
 * hours", "傍晚", "下午三点半". The day is left open: it is the next time that hour comes.
 */
final class DueHour {
  private record Part(double hour, List<String> words) {}

  /** Parts of the day; the longer word stands before the one it contains. */
  private static final List<Part> PARTS =
      List.of(
          new Part(0, List.of("midnight", "午夜", "半夜")),
          new Part(15, List.of("afternoon", "下午")),
          new Part(12, List.of("noon", "midday", "lunch", "中午", "正午")),
          new Part(6, List.of("dawn", "sunrise", "daybreak", "first light", "黎明", "日出", "天亮")),
          new Part(8, List.of("morning", "breakfast", "早上", "早晨", "清晨", "上午", "明早")),
          new Part(19, List.of("evening", "dusk", "sunset", "supper", "dinner", "傍晚", "日落", "黄昏")),
          new Part(21, List.of("night", "晚上", "夜里", "今晚", "夜")));

  private static final List<String> ENGLISH =
      List.of(
          "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
          "twelve");

  private static final Map<String, Integer> CHINESE =
      Map.ofEntries(
          Map.entry("一", 1),
          Map.entry("两", 2),
          Map.entry("二", 2),
          Map.entry("三", 3),
          Map.entry("四", 4),
          Map.entry("五", 5),
          Map.entry("六", 6),
          Map.entry("七", 7),
          Map.entry("八", 8),
          Map.entry("九", 9),
          Map.entry("十", 10),
          Map.entry("十一", 11),
          Map.entry("十二", 12));

  private static final String NUMBER = "(\\d{1,2}|" + String.join("|", ENGLISH) + ")";
  private static final Pattern ENGLISH_IN =
      Pattern.compile("in (?:an?|" + NUMBER + ") (hour|minute)");
  private static final Pattern ENGLISH_CLOCK =
      Pattern.compile("\\b(half past |)" + NUMBER + "(?::(\\d\\d))?\\b");
  private static final Pattern CHINESE_CLOCK =
      Pattern.compile("(\\d{1,2}|十[一二]|[一两二三四五六七八九十])点(半)?");
  private static final double AFTERNOON_FROM = 12;

  private DueHour() {}

  /**
   * The hour that words name.
   *
   * @param now hour at which it was said
   * @return 0 inclusive to 24 exclusive; empty when no time was named
   */
  static OptionalDouble of(String words, double now) {
    String text = words.toLowerCase(Locale.ROOT);
    OptionalDouble clock = clock(text, now);
    if (clock.isPresent()) {
      return clock;
    }
    return PARTS.stream()
        .filter(part -> part.words().stream().anyMatch(text::contains))
        .mapToDouble(Part::hour)
        .findFirst();
  }

  private static OptionalDouble clock(String text, double now) {
    Matcher in = ENGLISH_IN.matcher(text);
    if (in.find()) {
      double count = in.group(1) == null ? 1 : number(in.group(1));
      return OptionalDouble.of((now + (in.group(2).equals("hour") ? count : count / 60)) % 24);
    }
    Matcher chinese = CHINESE_CLOCK.matcher(text);
    if (chinese.find()) {
      double half = chinese.group(2) == null ? 0 : 0.5;
      return OptionalDouble.of(inDay(number(chinese.group(1)) + half, text, now));
    }
    Matcher english = ENGLISH_CLOCK.matcher(text);
    if (english.find()) {
      double half = english.group(1).isEmpty() ? 0 : 0.5;
      double minutes = english.group(3) == null ? 0 : Integer.parseInt(english.group(3)) / 60.0;
      return OptionalDouble.of(inDay(number(english.group(2)) + half + minutes, text, now));
    }
    return OptionalDouble.empty();
  }

  /** "Three" is in the afternoon when it is said so, or when three in the morning has passed. */
  private static double inDay(double hour, String text, double now) {
    boolean morning = text.contains("morning") || text.contains("早") || text.contains("上午");
    boolean later =
        text.contains("afternoon")
            || text.contains("evening")
            || text.contains("night")
            || text.contains("下午")
            || text.contains("晚");
    boolean pm = later || (!morning && now > hour && now < hour + AFTERNOON_FROM);
    return (hour < AFTERNOON_FROM && pm ? hour + AFTERNOON_FROM : hour) % 24;
  }

  private static int number(String word) {
    if (Character.isDigit(word.charAt(0))) {
      return Integer.parseInt(word);
    }
    Integer chinese = CHINESE.get(word);
    return chinese != null ? chinese : ENGLISH.indexOf(word) + 1;
  }
}
