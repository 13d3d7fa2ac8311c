package anima.voice.speech;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes any text fit to be spoken: no markup, no control characters, sentence by sentence. */
public final class SpeechText {
  /** What lies beyond, in UTF-16 units, is not spoken. */
  public static final int TEXT_LENGTH_MAX = 2_000;

  /** A longer sentence is cut at a comma or a blank, or where it must be. */
  public static final int SENTENCE_LENGTH_MAX = 200;

  private static final Pattern TAG = Pattern.compile("<[^<>]{0,200}>|https?://\\S+");

  /**
   * All but letters, marks, numbers, punctuation that is spoken or heard as a pause, and blanks.
   */
  private static final Pattern UNSPOKEN =
      Pattern.compile("[^\\p{L}\\p{M}\\p{N} .,!?;:'’\"()%$€£&+=/。，！？；：、…“”—–-]");

  private static final Pattern END = Pattern.compile("[.!?…]+[\"'”’)]*(?=\\s|$)|[。！？]+[”’]*");
  private static final Pattern LETTER = Pattern.compile("[\\p{L}\\p{N}]");
  private static final Set<String> ABBREVIATIONS =
      Set.of("mr", "mrs", "ms", "dr", "st", "prof", "vs", "no", "capt", "e.g", "i.e");

  private SpeechText() {}

  /** The sentences of a text, in order; none if nothing in it can be spoken. */
  public static List<String> sentences(String text) {
    String clean = clean(text);
    List<String> sentences = new ArrayList<>();
    int start = 0;
    Matcher end = END.matcher(clean);
    while (end.find()) {
      if (!isAbbreviation(clean.substring(start, end.start()), end.group())) {
        addPieces(clean.substring(start, end.end()), sentences);
        start = end.end();
      }
    }
    addPieces(clean.substring(start), sentences);
    return List.copyOf(sentences);
  }

  private static String clean(String text) {
    String cut = text.length() > TEXT_LENGTH_MAX ? text.substring(0, TEXT_LENGTH_MAX) : text;
    String normal = Normalizer.normalize(cut, Normalizer.Form.NFC);
    String plain = TAG.matcher(normal).replaceAll(" ").replaceAll("\\s", " ");
    return UNSPOKEN.matcher(plain).replaceAll("").replaceAll(" {2,}", " ").strip();
  }

  private static boolean isAbbreviation(String before, String end) {
    if (!end.equals(".")) {
      return false;
    }
    String word = before.substring(before.lastIndexOf(' ') + 1);
    return ABBREVIATIONS.contains(word.toLowerCase(Locale.ROOT));
  }

  private static void addPieces(String sentence, List<String> sentences) {
    String rest = sentence.strip();
    while (rest.length() > SENTENCE_LENGTH_MAX) {
      int cut = cutAt(rest);
      add(rest.substring(0, cut), sentences);
      rest = rest.substring(cut).strip();
    }
    add(rest, sentences);
  }

  private static void add(String piece, List<String> sentences) {
    if (LETTER.matcher(piece).find()) {
      sentences.add(piece.strip());
    }
  }

  /** After the last comma of the second half, else at the last blank, else between characters. */
  private static int cutAt(String sentence) {
    for (String marks : List.of(",;:，；：、—", " ")) {
      for (int i = SENTENCE_LENGTH_MAX - 1; i > SENTENCE_LENGTH_MAX / 2; i--) {
        if (marks.indexOf(sentence.charAt(i)) >= 0) {
          return i + 1;
        }
      }
    }
    boolean pair = Character.isHighSurrogate(sentence.charAt(SENTENCE_LENGTH_MAX - 1));
    return SENTENCE_LENGTH_MAX - (pair ? 1 : 0);
  }
}
