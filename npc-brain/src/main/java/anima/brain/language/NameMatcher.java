package anima.brain.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds known names at the words of an utterance: exactly, in the plural or genitive, cut apart or
 * run together, a slip away, or alike in sound; in Chinese, sign by sign. Immutable.
 */
final class NameMatcher {
  private static final int WORDS_MAX = 4;
  private static final int SIGNS_MAX = 8;

  /** Names that are also common words count only after an article or, for people, as a name. */
  private static final Set<String> COMMON =
      Set.of("well", "will", "may", "mark", "rose", "grace", "art", "hope", "faith", "bill");

  private static final Set<String> ARTICLES =
      Set.of("the", "a", "an", "to", "at", "your", "that", "this", "old");

  private record Form(
      SlotKind kind, String key, String joined, int words, String sound, boolean chinese) {}

  /** What was found: how many words it takes and how sure it is. */
  record Match(SlotKind kind, String key, int length, int score) {}

  private final Speller speller;
  private final List<Form> forms = new ArrayList<>();

  NameMatcher(Speller speller, List<KnownName> names) {
    this.speller = speller;
    for (KnownName name : names) {
      for (String text : name.forms()) {
        Form form = form(name, text);
        if (!form.joined().isEmpty()) {
          forms.add(form);
        }
      }
    }
  }

  private static Form form(KnownName name, String text) {
    List<Word> all = Words.split(text);
    boolean article = all.size() > 1 && all.get(0).lower().equals("the");
    List<Word> words = article ? all.subList(1, all.size()) : all;
    StringBuilder joined = new StringBuilder();
    words.forEach(word -> joined.append(word.lower().replace("'", "")));
    boolean chinese = !words.isEmpty() && words.get(0).isChinese();
    String sound = chinese ? "" : SoundKey.of(joined.toString());
    return new Form(name.kind(), name.key(), joined.toString(), words.size(), sound, chinese);
  }

  /** The surest name that begins at {@code from}; of equally sure ones the longest. */
  Optional<Match> at(List<Word> words, int from) {
    boolean chinese = words.get(from).isChinese();
    if (!chinese && !words.get(from).isLatin()) {
      return Optional.empty();
    }
    Match best = null;
    StringBuilder joined = new StringBuilder();
    boolean known = true;
    int lengthMax = Math.min(words.size() - from, chinese ? SIGNS_MAX : WORDS_MAX);
    for (int length = 1; length <= lengthMax; length++) {
      Word word = words.get(from + length - 1);
      if (chinese ? !word.isChinese() : !word.isLatin()) {
        break;
      }
      joined.append(word.lower().replace("'", ""));
      known &= speller.knows(word.lower());
      Heard heard = new Heard(joined.toString(), length, known);
      for (Form form : forms) {
        int score = form.chinese() == chinese ? score(form, heard) : 0;
        if (score > 0 && (best == null || score + length > best.score() + best.length())) {
          best = new Match(form.kind(), form.key(), length, score);
        }
      }
    }
    return Optional.ofNullable(best).filter(match -> !common(words, from, match));
  }

  /** Words run together; {@code known} when each is a common word, which is seldom a slip. */
  private record Heard(String joined, int words, boolean known) {}

  private static int score(Form form, Heard heard) {
    String name = form.joined();
    int difference = Math.abs(name.length() - heard.joined().length());
    if (difference == 0 && name.equals(heard.joined())) {
      return 100 + name.length();
    }
    if (difference > 2) {
      return 0;
    }
    if (form.chinese()) {
      boolean near = name.length() >= 3 && difference == 0;
      return near && EditDistance.atMost(name, heard.joined(), 1) ? 40 : 0;
    }
    if (plural(name, heard.joined())) {
      return 95;
    }
    // Words more or less are forgiven only where they join to the very name.
    return form.words() == heard.words() ? nearness(form, heard) : 0;
  }

  private static int nearness(Form form, Heard heard) {
    int length = form.joined().length();
    int slips = heard.known() ? (length >= 7 ? 1 : 0) : length >= 8 ? 2 : length >= 5 ? 1 : 0;
    if (slips > 0 && EditDistance.atMost(form.joined(), heard.joined(), slips)) {
      return 60;
    }
    boolean alike = !heard.known() && form.sound().equals(SoundKey.of(heard.joined()));
    return alike ? soundScore(form, heard) : 0;
  }

  /** A short sound says little: then the letters must be near too. */
  private static int soundScore(Form form, Heard heard) {
    int distance = EditDistance.between(form.joined(), heard.joined());
    int distanceMax = form.sound().length() > 2 ? 3 : form.sound().startsWith("a") ? 1 : 2;
    return distance <= distanceMax ? 50 - distance : 0;
  }

  private static boolean plural(String name, String heard) {
    if (!heard.endsWith("s")) {
      return false;
    }
    return heard.equals(name + "s")
        || heard.equals(name + "es")
        || (name.endsWith("y") && heard.equals(name.substring(0, name.length() - 1) + "ies"));
  }

  private static boolean common(List<Word> words, int from, Match match) {
    if (match.length() != 1 || !COMMON.contains(words.get(from).lower())) {
      return false;
    }
    return match.kind() == SlotKind.PERSON
        || from == 0
        || !ARTICLES.contains(words.get(from - 1).lower());
  }
}
