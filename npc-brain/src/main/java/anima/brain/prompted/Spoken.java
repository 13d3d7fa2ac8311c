package anima.brain.prompted;

import anima.brain.language.SpokenNumbers;
import anima.world.Language;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes what a model wrote fit to be said aloud, or finds that it is not. */
final class Spoken {
  /** Stage directions, such as {@code *smiles*}. */
  private static final Pattern STAGE = Pattern.compile("\\*[^*]{1,80}\\*|（[^（）]{1,40}）");

  /** Signs of markup, and pictures that no voice can say. */
  private static final Pattern SIGNS =
      Pattern.compile("[*_`#<>{}\\[\\]|~]|[\\p{So}\\p{Cs}\\p{Co}]");

  private static final Pattern SENTENCE_END = Pattern.compile("[.!?。！？…][\"'”’」』)）]*");

  private Spoken() {}

  /** Without line breaks, control characters and doubled spaces. */
  static String oneLine(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Cf}\\s\\u2028\\u2029]+", " ").strip();
  }

  /** Without anything that no voice can say. */
  static String plain(String text) {
    return oneLine(SIGNS.matcher(STAGE.matcher(oneLine(text)).replaceAll("")).replaceAll(""));
  }

  /**
   * What may be said of a model's words; empty when they are none, in another language, or speak of
   * numbers that nobody told.
   *
   * @param name of the speaker, which models like to put before what they say
   * @param told numbers that the model was told
   */
  static Optional<String> fit(String words, String name, Language language, Set<Long> told) {
    String unnamed = plain(words).replaceFirst("^" + Pattern.quote(name) + "\\s*[:：]\\s*", "");
    String said = cut(oneLine(unquoted(unnamed)));
    boolean chinese = said.codePoints().anyMatch(Character::isIdeographic);
    boolean spoken =
        chinese == (language == Language.ZH) && said.codePoints().anyMatch(Character::isLetter);
    return spoken && told.containsAll(SpokenNumbers.of(said))
        ? Optional.of(said)
        : Optional.empty();
  }

  private static String unquoted(String text) {
    boolean quoted =
        text.length() > 1
            && ((text.startsWith("\"") && text.endsWith("\""))
                || (text.startsWith("“") && text.endsWith("”"))
                || (text.startsWith("「") && text.endsWith("」")));
    return quoted ? text.substring(1, text.length() - 1) : text;
  }

  /** At most so long, ended where a sentence ends if one does. */
  private static String cut(String text) {
    if (text.codePointCount(0, text.length()) <= AnswerSchema.SAY_LENGTH_MAX) {
      return text;
    }
    String head = text.substring(0, text.offsetByCodePoints(0, AnswerSchema.SAY_LENGTH_MAX));
    Matcher ends = SENTENCE_END.matcher(head);
    int end = 0;
    while (ends.find()) {
      end = ends.end();
    }
    return end == 0 ? head : head.substring(0, end);
  }
}
