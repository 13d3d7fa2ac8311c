package anima.brain.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits texts into words: Latin words with apostrophes, numbers, and every other sign alone. */
public final class Words {
  private static final Pattern WORD =
      Pattern.compile("\\p{IsLatin}+(?:['’]\\p{IsLatin}+)*|\\d+|\\S");
  private static final String FANCY = "’‘“”「」『』，。！？；：、（）～－";
  private static final String PLAIN = "''\"\"\"\"\"\",.!?;:,()~-";

  private Words() {}

  public static List<Word> split(String text) {
    List<Word> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      words.add(new Word(plain(matcher.group()), matcher.start(), matcher.end()));
    }
    return words;
  }

  private static String plain(String word) {
    StringBuilder plain = new StringBuilder(word.toLowerCase(Locale.ROOT));
    for (int i = 0; i < plain.length(); i++) {
      int at = FANCY.indexOf(plain.charAt(i));
      if (at >= 0) {
        plain.setCharAt(i, PLAIN.charAt(at));
      }
    }
    return plain.toString();
  }
}
