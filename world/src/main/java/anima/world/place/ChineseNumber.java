package anima.world.place;

/** Whole numbers from 0 to 9999 as they are spoken in Chinese: 二百五十. */
final class ChineseNumber {
  private static final String DIGITS = "零一二三四五六七八九";
  private static final String[] UNITS = {"千", "百", "十", ""};

  private ChineseNumber() {}

  static String of(int number) {
    if (number < 0 || number > 9999) {
      throw new IllegalArgumentException(number + " is not from 0 to 9999");
    }
    if (number == 0) {
      return "零";
    }
    StringBuilder text = new StringBuilder();
    boolean gap = false;
    int unit = 1000;
    for (String name : UNITS) {
      int digit = number / unit % 10;
      if (digit == 0) {
        gap = text.length() > 0;
      } else {
        if (gap) {
          text.append('零');
        }
        gap = false;
        // Ten to nineteen are spoken without a leading one.
        if (!(unit == 10 && digit == 1 && text.length() == 0)) {
          text.append(DIGITS.charAt(digit));
        }
        text.append(name);
      }
      unit /= 10;
    }
    return text.toString();
  }
}
