package anima.voice.vosk;

import anima.voice.SpokenLanguage;
import anima.voice.Transcript;
import com.google.gson.Gson;
import com.google.gson.JsonSyntaxException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads Vosk's JSON and puts the words of a turn together. Owned by its recogniser. */
final class WordJoiner {
  /** What Vosk calls a word that is in no vocabulary. */
  private static final String UNKNOWN = "[unk]";

  /** Most words of a turn; later ones are dropped. */
  private static final int WORDS_MAX = 300;

  private final Gson gson = new Gson();
  private final String between;
  private final List<Word> words = new ArrayList<>();

  WordJoiner(SpokenLanguage language) {
    // Chinese models put a blank between words, where the script has none.
    between = language == SpokenLanguage.ZH ? "" : " ";
  }

  void add(String json) {
    Result result = parse(json);
    if (result.result == null) {
      return;
    }
    for (Word word : result.result) {
      if (word.word != null && !UNKNOWN.equals(word.word) && words.size() < WORDS_MAX) {
        words.add(word);
      }
    }
  }

  String textWith(String partialJson) {
    String partial = parse(partialJson).partial;
    String more = partial == null ? "" : partial.replace(UNKNOWN, "").strip();
    String spaced = (text() + between + more.replaceAll("\\s+", between)).strip();
    return spaced;
  }

  Transcript transcript() {
    double confidence = words.stream().mapToDouble(Word::conf).average().orElse(0);
    return new Transcript(text(), Math.min(1, Math.max(0, confidence)));
  }

  void clear() {
    words.clear();
  }

  private String text() {
    return String.join(between, words.stream().map(word -> String.valueOf(word.word)).toList());
  }

  private Result parse(String json) {
    try {
      Result result = gson.fromJson(json, Result.class);
      return result == null ? new Result(null, null) : result;
    } catch (JsonSyntaxException e) {
      throw new IllegalStateException("Vosk answered with something else than its JSON", e);
    }
  }

  private record Result(@Nullable String partial, @Nullable List<Word> result) {}

  private record Word(@Nullable String word, double conf) {}
}
