package anima.brain.language;

import anima.world.Language;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts words into the role tokens of a line, with the grammar that they ask for around them. */
final class Filling {
  private static final Pattern ARTICLE = Pattern.compile("\\b(a|A) \\{([a-z]+)}");
  private static final Pattern COUNTED = Pattern.compile("\\{count} \\{item}");
  private static final Pattern SENTENCE = Pattern.compile("(^|[.!?] )([a-z])");
  private static final Pattern ONE_COIN = Pattern.compile("\\b1 coins\\b");

  private Filling() {}

  /**
   * Fills a line.
   *
   * @param words a word for each role of the line
   * @param plural English plural of the item
   * @param measure Chinese measure word of the item
   */
  static String fill(
      String line, Map<String, String> words, Language language, String plural, String measure) {
    String text = line;
    if (language == Language.EN) {
      text = COUNTED.matcher(text).replaceAll("{count} " + Matcher.quoteReplacement(plural));
      text =
          ARTICLE
              .matcher(text)
              .replaceAll(
                  found -> {
                    String article = English.article(words.getOrDefault(found.group(2), ""));
                    String cased = found.group(1).equals("A") ? Phrasing.name(article) : article;
                    return Matcher.quoteReplacement(cased + " {" + found.group(2) + "}");
                  });
    } else {
      text = text.replaceAll("\\{count}[个份]", "{count}" + Matcher.quoteReplacement(measure));
    }
    String filled =
        ReplyLine.ROLE
            .matcher(text)
            .replaceAll(
                found ->
                    Matcher.quoteReplacement(words.getOrDefault(found.group(1), found.group())));
    return language == Language.EN ? polished(filled) : filled;
  }

  private static String polished(String text) {
    String coins = ONE_COIN.matcher(text).replaceAll("1 coin");
    return SENTENCE
        .matcher(coins)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(found.group(1) + found.group(2).toUpperCase(Locale.ROOT)));
  }
}
