package anima.brain.train;

import anima.world.Language;
import java.util.List;
import java.util.Random;

/** Words between two requests in one breath. */
final class Joiners {
  private static final List<String> EN =
      List.of(
          " and ",
          ", and ",
          ", then ",
          ". ",
          " ",
          " and also ",
          ", then please ",
          "; ",
          ", ",
          " and then ",
          "! ",
          "? ",
          ". also, ",
          " oh and ");
  private static final List<String> ZH =
      List.of("，", "，然后", "，再", "。", "，顺便", "，还有，", "；", "，对了，", " ", "，另外");

  private Joiners() {}

  static String draw(Language language, Random random) {
    return Pools.pick(language == Language.ZH ? ZH : EN, random);
  }
}
