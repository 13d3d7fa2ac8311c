package anima.brain.language;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Numbers in digits, English words and Chinese numerals, up to 9,999 in words. "One" and "一" alone
 * are left as words, for they seldom count anything.
 */
final class Numerals {
  private static final int DIGITS_MAX = 9;
  private static final Map<String, Integer> ENGLISH = english();
  private static final String CHINESE_DIGITS = "零一二三四五六七八九";

  /** Numerals that are part of another word when this sign follows: "very", "everywhere" … */
  private static final Set<String> NOT_COUNTED =
      Set.of(
          "十分", "千万", "万一", "百姓", "四处", "四周", "四面", "三心", "七上", "八卦", "百科", "百合", "五彩", "九泉", "八成",
          "四海", "千秋", "半百", "三思", "二话");

  private Numerals() {}

  /** A number found at the start of {@code words}: its value and how many words it takes. */
  record Found(long value, int length) {}

  static OptionalLong digits(String word) {
    return word.length() <= DIGITS_MAX && word.chars().allMatch(c -> c >= '0' && c <= '9')
        ? OptionalLong.of(Long.parseLong(word))
        : OptionalLong.empty();
  }

  /** The number that begins at {@code from}; its length is 0 when there is none. */
  static Found at(List<Word> words, int from) {
    String word = words.get(from).lower();
    OptionalLong digits = digits(word);
    if (digits.isPresent()) {
      return new Found(digits.getAsLong(), 1);
    }
    Found found = words.get(from).isLatin() ? englishAt(words, from) : chineseAt(words, from);
    boolean one = found.value() == 1 && found.length() == 1;
    return one ? new Found(0, 0) : found;
  }

  private static Found englishAt(List<Word> words, int from) {
    long total = 0;
    long group = 0;
    int at = from;
    while (at < words.size()) {
      String word = words.get(at).lower();
      Integer value = ENGLISH.get(word);
      if (word.equals("hundred") && (group > 0 || at == from)) {
        group = Math.max(1, group) * 100;
      } else if (word.equals("thousand") && (group > 0 || at == from)) {
        total += Math.max(1, group) * 1000;
        group = 0;
      } else if (value != null && fits(group, value)) {
        group += value;
      } else if (word.equals("-") && at > from && group % 10 == 0 && nextIsUnit(words, at + 1)) {
        at++;
        continue;
      } else {
        break;
      }
      at++;
    }
    return new Found(total + group, at - from);
  }

  private static boolean nextIsUnit(List<Word> words, int at) {
    Integer next = at < words.size() ? ENGLISH.get(words.get(at).lower()) : null;
    return next != null && next < 10;
  }

  /** "Twenty" takes "five" after it, "hundred" anything below it; "five" takes nothing. */
  private static boolean fits(long group, int value) {
    if (group == 0) {
      return true;
    }
    long tail = group % 100;
    return tail == 0 || (tail >= 20 && tail % 10 == 0 && value < 10);
  }

  private static Found chineseAt(List<Word> words, int from) {
    long total = 0;
    long digit = -1;
    int at = from;
    for (; at < words.size(); at++) {
      String sign = words.get(at).lower();
      if (at + 1 < words.size() && NOT_COUNTED.contains(sign + words.get(at + 1).lower())) {
        break;
      }
      int value = sign.equals("两") ? 2 : sign.equals("〇") ? 0 : CHINESE_DIGITS.indexOf(sign);
      int unit = sign.equals("十") ? 10 : sign.equals("百") ? 100 : sign.equals("千") ? 1000 : 0;
      if (value >= 0) {
        if (digit > 0) {
          break;
        }
        digit = value;
      } else if (unit > 0 && (digit > 0 || at == from)) {
        total += Math.max(1, digit) * unit;
        digit = -1;
      } else {
        break;
      }
    }
    return new Found(total + Math.max(0, digit), at - from);
  }

  private static Map<String, Integer> english() {
    List<String> units =
        List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen");
    List<String> tens =
        List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
    Map<String, Integer> values = new HashMap<>();
    for (int i = 0; i < units.size(); i++) {
      values.put(units.get(i), i);
    }
    for (int i = 0; i < tens.size(); i++) {
      values.put(tens.get(i), 20 + 10 * i);
    }
    values.put("dozen", 12);
    return Map.copyOf(values);
  }
}
