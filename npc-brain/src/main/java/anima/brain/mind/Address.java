package anima.brain.mind;

import anima.world.Label;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds who is called by name in what was said: "Mira, come here", "hello Tom", "米拉，你好". */
final class Address {
  private static final Set<String> GREETINGS =
      Set.of(
          "hey",
          "hi",
          "hello",
          "oh",
          "ok",
          "okay",
          "please",
          "dear",
          "good",
          "morning",
          "evening",
          "day",
          "afternoon",
          "excuse",
          "me",
          "so",
          "well",
          "um",
          "uh",
          "and",
          "but",
          "now");

  /** After these words a name at the end is what is spoken of, not who is spoken to. */
  private static final Set<String> BEFORE_AN_OBJECT =
      Set.of(
          "is", "are", "was", "to", "about", "see", "seen", "find", "for", "of", "with", "and",
          "know", "meet", "tell", "where's", "who's", "wheres", "whos", "like", "by", "from",
          "near", "at", "ask", "am", "called", "not", "or", "than", "love", "hate", "how's");

  private static final String CHINESE_OPENINGS = "^(你好|您好|嘿|喂|嗨|哎|请问|早|早上好|晚上好|呃|嗯|那个)?[，,。！!\\s]*";
  private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}']+");

  private Address() {}

  /** Whether {@code text} calls the bearer of {@code name}. */
  static boolean calls(String text, Label name) {
    return callsInEnglish(text, name.en()) || callsInChinese(text, name.zh());
  }

  private static boolean callsInEnglish(String text, String name) {
    List<String> words = words(text);
    List<String> called = words(name);
    int size = called.size();
    if (size == 0 || words.size() < size) {
      return false;
    }
    int start = 0;
    while (start < words.size() && GREETINGS.contains(words.get(start))) {
      start++;
    }
    if (start + size <= words.size() && words.subList(start, start + size).equals(called)) {
      return true;
    }
    int end = words.size() - size;
    return words.subList(end, words.size()).equals(called)
        && (end == 0 || commaBefore(text, name) || !BEFORE_AN_OBJECT.contains(words.get(end - 1)));
  }

  private static boolean commaBefore(String text, String name) {
    int at = text.toLowerCase(Locale.ROOT).lastIndexOf(name.toLowerCase(Locale.ROOT));
    return at > 0 && text.substring(0, at).strip().endsWith(",");
  }

  private static boolean callsInChinese(String text, String name) {
    String quoted = Pattern.quote(name);
    return Pattern.compile(CHINESE_OPENINGS + quoted).matcher(text).find()
        || Pattern.compile("[，,。！!\\s好]" + quoted + "[。！!？?~～\\s]*$").matcher(text).find();
  }

  private static List<String> words(String text) {
    return NOT_WORD
        .splitAsStream(text.toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
