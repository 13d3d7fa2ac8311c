package anima.brain.language;

import java.util.List;
import java.util.Locale;

/** A little English grammar: articles and plurals. */
public final class English {
  private static final List<String> HISSING = List.of("s", "x", "z", "ch", "sh");
  private static final String VOWELS = "aeiou";

  private English() {}

  /** "a" or "an", as the sound of the next word wants. */
  public static String article(String next) {
    String lower = next.toLowerCase(Locale.ROOT);
    boolean silentH = lower.startsWith("hour") || lower.startsWith("honest");
    boolean consonant =
        lower.startsWith("uni") || lower.startsWith("use") || lower.startsWith("one");
    boolean vowel = !lower.isEmpty() && VOWELS.indexOf(lower.charAt(0)) >= 0;
    return silentH || (vowel && !consonant) ? "an" : "a";
  }

  /** The regular plural of a noun, or of the first noun of "loaf of bread". */
  public static String plural(String noun) {
    int of = noun.indexOf(" of ");
    if (of > 0) {
      return plural(noun.substring(0, of)) + noun.substring(of);
    }
    if (HISSING.stream().anyMatch(noun::endsWith)) {
      return noun + "es";
    }
    int last = noun.length() - 1;
    if (last > 0 && noun.charAt(last) == 'y' && VOWELS.indexOf(noun.charAt(last - 1)) < 0) {
      return noun.substring(0, last) + "ies";
    }
    if (noun.endsWith("fe")) {
      return noun.substring(0, last - 1) + "ves";
    }
    return noun.equals("loaf") || noun.endsWith("scarf")
        ? noun.substring(0, last) + "ves"
        : noun + "s";
  }
}
