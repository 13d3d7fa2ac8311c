package anima.api;

import anima.brain.mind.Profile.Traits;
import anima.world.Mood;
import anima.world.json.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A nature in free words: "friendly", "grumpy but curious", "害羞". The first word that names a mood
 * decides the mood; words such as "stubborn" and "silent" decide what the character does not do.
 */
record Personality(Mood mood, Traits traits) {
  private record Nature(Mood mood, List<String> words) {}

  private static final List<Nature> NATURES =
      List.of(
          new Nature(
              Mood.CHEERFUL,
              List.of(
                  "friendly",
                  "cheerful",
                  "happy",
                  "funny",
                  "merry",
                  "playful",
                  "warm",
                  "jolly",
                  "友好",
                  "友善",
                  "开朗",
                  "快乐",
                  "高兴",
                  "活泼",
                  "幽默",
                  "热情")),
          new Nature(
              Mood.GRUMPY,
              List.of(
                  "grumpy", "rude", "cranky", "moody", "angry", "sarcastic", "暴躁", "易怒", "脾气坏")),
          new Nature(
              Mood.SHY, List.of("shy", "timid", "nervous", "modest", "害羞", "腼腆", "胆小", "内向")),
          new Nature(
              Mood.PROUD,
              List.of("proud", "vain", "noble", "confident", "brave", "骄傲", "自信", "高贵", "勇敢")),
          new Nature(
              Mood.CALM,
              List.of(
                  "calm", "gentle", "kind", "wise", "patient", "平静", "温柔", "善良", "智慧", "耐心", "沉稳")),
          new Nature(
              Mood.CURIOUS,
              List.of("curious", "clever", "smart", "witty", "nosy", "好奇", "聪明", "机灵")),
          new Nature(
              Mood.WEARY,
              List.of("weary", "tired", "sad", "sleepy", "melancholic", "疲惫", "忧郁", "困", "悲伤")),
          new Nature(
              Mood.STERN,
              List.of("stern", "strict", "serious", "cold", "honest", "严厉", "严肃", "冷淡")));

  private static final List<String> STUBBORN =
      List.of("stubborn", "independent", "lazy", "固执", "倔强", "懒", "懒惰");
  private static final List<String> SILENT =
      List.of("silent", "reserved", "quiet", "沉默", "寡言", "安静");
  private static final Set<String> FILLERS =
      Set.of("and", "but", "a", "an", "the", "very", "quite", "rather", "bit", "little", "person");
  private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}]+");
  private static final Pattern CHINESE_FILLERS = Pattern.compile("[很又的但而且非常有点人、，。和却\\s]+");

  /** Reads a nature; an unknown word is refused with the known ones. */
  static Personality of(String words) {
    Optional<Mood> mood = Optional.empty();
    boolean follows = true;
    boolean greets = true;
    for (String word : words(words)) {
      Optional<Mood> named = mood(word);
      mood = mood.or(() -> named);
      follows &= !STUBBORN.contains(word);
      greets &= !SILENT.contains(word);
      if (named.isEmpty() && !STUBBORN.contains(word) && !SILENT.contains(word)) {
        throw new AnimaException(unknown(word));
      }
    }
    return new Personality(mood.orElse(Mood.CALM), new Traits(follows, greets));
  }

  private static Optional<Mood> mood(String word) {
    return NATURES.stream()
        .filter(nature -> nature.words().contains(word))
        .map(Nature::mood)
        .findFirst();
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    for (String word : NOT_LETTERS.split(text.toLowerCase(Locale.ROOT), -1)) {
      if (word.codePoints().anyMatch(Character::isIdeographic)) {
        words.addAll(chinese(word));
      } else if (!word.isEmpty() && !FILLERS.contains(word)) {
        words.add(word);
      }
    }
    return words;
  }

  /** Chinese has no word borders: the longest known word at each place, and what is left over. */
  private static List<String> chinese(String text) {
    List<String> words = new ArrayList<>();
    String rest = text;
    for (String known : known()) {
      if (known.codePoints().anyMatch(Character::isIdeographic) && rest.contains(known)) {
        words.add(known);
        rest = rest.replace(known, " ");
      }
    }
    CHINESE_FILLERS.splitAsStream(rest).filter(left -> !left.isEmpty()).forEach(words::add);
    return words;
  }

  private static List<String> known() {
    return Stream.concat(
            NATURES.stream().flatMap(nature -> nature.words().stream()),
            Stream.concat(STUBBORN.stream(), SILENT.stream()))
        .sorted((one, other) -> other.length() - one.length())
        .toList();
  }

  private static String unknown(String word) {
    String near = Nearest.to(word, known()).map(it -> " Did you mean '" + it + "'?").orElse("");
    return "No nature is called '"
        + word
        + "'."
        + near
        + " Known are: "
        + known().stream().sorted().collect(Collectors.joining(", "))
        + ".";
  }
}
