package anima.brain.train;

import anima.world.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;

/** What a hurried typist and a speech recogniser do to a phrase. */
final class Noise {
  private static final Pattern SIGNS = Pattern.compile("[,.!?;:…—~\\-，。！？、；：“”\"]+");
  private static final Map<String, List<String>> SOUND_ALIKE =
      Map.ofEntries(
          Map.entry("to", List.of("too", "two")),
          Map.entry("for", List.of("four")),
          Map.entry("there", List.of("their")),
          Map.entry("your", List.of("you're", "ur")),
          Map.entry("you", List.of("u", "ya")),
          Map.entry("are", List.of("r")),
          Map.entry("where", List.of("wear", "were")),
          Map.entry("wait", List.of("weight")),
          Map.entry("way", List.of("weigh")),
          Map.entry("know", List.of("no")),
          Map.entry("here", List.of("hear")),
          Map.entry("buy", List.of("by", "bye")),
          Map.entry("would", List.of("wood")),
          Map.entry("which", List.of("witch")),
          Map.entry("see", List.of("sea")),
          Map.entry("be", List.of("bee")),
          Map.entry("please", List.of("pls", "plz")));
  private static final List<String> FILLERS =
      List.of("um ", "uh ", "er ", "well ", "hey ", "oh ", "please ", "excuse me ", "so ", "ok ");
  private static final List<String> TAILS =
      List.of(" please", " thanks", " um", " ok", " friend", " now", " then");
  private static final List<String> FILLERS_ZH =
      List.of("呃", "那个", "嗯", "啊", "请问", "喂", "哎", "就是", "老板，", "你好，");
  private static final List<String> TAILS_ZH = List.of("啊", "呀", "吧", "呢", "谢谢", "好吗", "嘛");

  private final double strength;

  /**
   * @param strength 1 for training, 0 for none
   */
  Noise(double strength) {
    this.strength = strength;
  }

  private boolean happens(double chance, Random random) {
    return random.nextDouble() < chance * strength;
  }

  /** Disturbs the parts of a phrase that are not slots. */
  List<String> disturb(List<String> parts, Language language, Random random) {
    boolean bare = happens(0.45, random);
    List<String> disturbed = new ArrayList<>();
    if (happens(0.08, random)) {
      disturbed.add(Pools.pick(language == Language.ZH ? FILLERS_ZH : FILLERS, random));
    }
    for (String part : parts) {
      if (Template.isSlot(part)) {
        disturbed.add(part);
        continue;
      }
      String text =
          bare ? SIGNS.matcher(part).replaceAll(language == Language.ZH ? "" : " ") : part;
      disturbed.add(language == Language.ZH ? signs(text, random) : words(text, random));
    }
    if (happens(0.05, random)) {
      disturbed.add(Pools.pick(language == Language.ZH ? TAILS_ZH : TAILS, random));
    }
    return disturbed;
  }

  private String words(String text, Random random) {
    StringBuilder out = new StringBuilder();
    for (String token : text.split("(?<= )|(?= )", -1)) {
      boolean word = token.chars().allMatch(Character::isLetter);
      if (word && happens(0.02, random)) {
        continue;
      }
      out.append(word ? misheard(token, random) : token);
    }
    return out.toString();
  }

  private String misheard(String word, Random random) {
    List<String> alike = SOUND_ALIKE.get(word.toLowerCase(Locale.ROOT));
    if (alike != null && happens(0.03, random)) {
      return Pools.pick(alike, random);
    }
    return word.length() > 3 && happens(0.025, random) ? slip(word, random) : word;
  }

  private String signs(String text, Random random) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(
            sign -> {
              if (!happens(0.012, random)) {
                out.appendCodePoint(sign);
              }
            });
    return out.toString();
  }

  /** One slip of the hand in a word. */
  static String slip(String word, Random random) {
    int at = random.nextInt(word.length() - 1);
    String before = word.substring(0, at);
    String after = word.substring(at + 1);
    return switch (random.nextInt(3)) {
      case 0 -> before + after;
      case 1 -> before + after.charAt(0) + word.charAt(at) + after.substring(1);
      default -> before + word.charAt(at) + word.charAt(at) + after;
    };
  }
}
