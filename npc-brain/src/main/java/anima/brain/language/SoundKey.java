package anima.brain.language;

/**
 * A key that English words of like sound share, so that "mirra" finds Mira and "harber" the
 * harbour: consonants in their order, voiced and unvoiced alike, and whether a vowel begins it.
 */
final class SoundKey {
  private SoundKey() {}

  static String of(String word) {
    String plain =
        word.replace("'", "")
            .replace("ph", "f")
            .replace("gh", "g")
            .replace("ck", "k")
            .replace("sch", "sk")
            .replace("tch", "c")
            .replace("ch", "c")
            .replace("sh", "c")
            .replace("th", "t")
            .replace("wh", "w")
            .replace("wr", "r")
            .replace("kn", "n")
            .replace("qu", "kw");
    StringBuilder key = new StringBuilder();
    char last = 0;
    for (int i = 0; i < plain.length(); i++) {
      char sound = sound(plain, i);
      boolean kept = sound != 0 && (sound != 'a' || key.isEmpty());
      if (kept && sound != last) {
        key.append(sound);
      }
      last = sound;
    }
    return key.toString();
  }

  /** The class of the sound at {@code i}; 'a' for a vowel, 0 for a silent letter. */
  private static char sound(String word, int i) {
    char letter = word.charAt(i);
    return switch (letter) {
      case 'a', 'e', 'i', 'o', 'u', 'y' -> 'a';
      case 'b', 'p' -> 'p';
      case 'f', 'v' -> 'f';
      case 'c' -> i + 1 < word.length() && "eiy".indexOf(word.charAt(i + 1)) >= 0 ? 's' : 'k';
      case 'g', 'k', 'q', 'x' -> 'k';
      case 'd', 't' -> 't';
      case 's', 'z', 'j' -> 's';
      case 'l', 'm', 'n', 'r' -> letter;
      case 'w' -> i == 0 ? 'w' : 0;
      default -> 0;
    };
  }
}
