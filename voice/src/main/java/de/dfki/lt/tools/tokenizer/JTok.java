package de.dfki.lt.tools.tokenizer;

import de.dfki.lt.tools.tokenizer.annotate.AnnotatedString;
import de.dfki.lt.tools.tokenizer.annotate.FastAnnotatedString;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits English into words, numbers and marks, and marks where sentences and paragraphs begin.
 * Each token carries {@link #CLASS_ANNO}; the first word of a sentence also {@link #BORDER_ANNO}.
 */
public final class JTok {
  public static final String CLASS_ANNO = "class";
  public static final String BORDER_ANNO = "border";

  /** Value of {@link #BORDER_ANNO}: a sentence ("text unit") begins. */
  public static final String TU_BORDER = "tu";

  /** Value of {@link #BORDER_ANNO}: a paragraph begins. */
  public static final String P_BORDER = "p";

  private static final Pattern TOKEN =
      Pattern.compile(
          "\\p{L}[\\p{L}\\p{M}'’-]*" // word
              + "|\\d+([.,]\\d+)*(st|nd|rd|th)?" // number
              + "|\\n\\s*\\n" // between paragraphs
              + "|\\S"); // mark
  private static final Set<String> SENTENCE_ENDS = Set.of(".", "!", "?");
  private static final Set<String> ABBREVIATIONS =
      Set.of("mr", "mrs", "ms", "dr", "st", "prof", "etc", "vs", "no");

  /**
   * Made by MaryTTS, once per language.
   *
   * @param properties MaryTTS gives its JTok settings; this tokenizer needs none
   */
  public JTok(Properties properties) {}

  /**
   * Finds the tokens of a text.
   *
   * @param language MaryTTS names it; the rules here serve every language in Latin script
   */
  public AnnotatedString tokenize(String text, String language) {
    FastAnnotatedString result = new FastAnnotatedString(text);
    Matcher token = TOKEN.matcher(text);
    String border = P_BORDER;
    String before = "";
    while (token.find()) {
      String found = token.group();
      if (found.isBlank()) {
        border = P_BORDER;
        continue;
      }
      boolean word = Character.isLetterOrDigit(found.codePointAt(0));
      if (word && !border.isEmpty()) {
        result.annotate(BORDER_ANNO, border, token.start(), token.end());
        border = "";
      }
      result.annotate(CLASS_ANNO, word ? "word" : "punct", token.start(), token.end());
      if (border.isEmpty() && endsSentence(found, before)) {
        border = TU_BORDER;
      }
      before = found;
    }
    return result;
  }

  private static boolean endsSentence(String token, String before) {
    return SENTENCE_ENDS.contains(token)
        && !(token.equals(".") && ABBREVIATIONS.contains(before.toLowerCase(Locale.ROOT)));
  }
}
