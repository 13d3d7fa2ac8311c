package anima.brain.mind;

import anima.world.Language;

/** Which language a text is in. */
final class Tongue {
  private Tongue() {}

  /** Chinese when it holds a Chinese character, else English. */
  static Language of(String text) {
    return text.codePoints().anyMatch(Character::isIdeographic) ? Language.ZH : Language.EN;
  }
}
