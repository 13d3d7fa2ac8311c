package anima.client.avatar;

import anima.client.mesh.Colours;
import anima.world.Component;
import anima.world.EntityView;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * What someone wears and how their hair is cut, settled by their looks, trade and name, so that
 * everyone sees the same person.
 */
record Wardrobe(
    int skin,
    int hair,
    int cloth,
    int trim,
    int legs,
    int boots,
    boolean broad,
    boolean skirt,
    Cut cut,
    boolean beard,
    Hat hat,
    int apron) {

  /** How hair is cut. */
  enum Cut {
    SHORT,
    BOB,
    BUN,
    LONG
  }

  /** What is on the head. */
  enum Hat {
    NONE,
    STRAW,
    CAP,
    BAKER
  }

  private static final double BROAD_METERS = 1.74;
  private static final int[] BOOTS = {0x4A3526, 0x3A2E28, 0x5C4330};
  private static final int[] TROUSERS = {0x4B4A52, 0x5B4C3C, 0x3E4A57, 0x6A6150};

  static Wardrobe of(EntityView view) {
    Component.Looks looks = view.looks();
    SplittableRandom random = new SplittableRandom(view.name().en().hashCode());
    boolean broad = looks.heightMeters() >= BROAD_METERS;
    String trade = view.trade().map(label -> label.en().toLowerCase(Locale.ROOT)).orElse("");
    int hair = looks.hairRgb();
    boolean grey = (hair & 255) > 0x70 && ((hair >> 16) & 255) > 0x70;
    Cut cut = broad ? Cut.SHORT : Cut.values()[1 + random.nextInt(3)];
    return new Wardrobe(
        looks.skinRgb(),
        hair,
        looks.clothRgb(),
        looks.trimRgb(),
        TROUSERS[random.nextInt(TROUSERS.length)],
        BOOTS[random.nextInt(BOOTS.length)],
        broad,
        !broad && random.nextInt(4) != 0,
        cut,
        broad && (grey || random.nextBoolean()),
        hat(trade),
        apron(trade, looks.trimRgb()));
  }

  private static Hat hat(String trade) {
    if (trade.contains("garden") || trade.contains("farm") || trade.contains("miller")) {
      return Hat.STRAW;
    }
    if (trade.contains("baker") || trade.contains("cook")) {
      return Hat.BAKER;
    }
    return (trade.contains("keeper") && trade.contains("light"))
            || trade.contains("harbour")
            || trade.contains("fisher")
            || trade.contains("sail")
        ? Hat.CAP
        : Hat.NONE;
  }

  /** The apron's colour, or -1 for none. */
  private static int apron(String trade, int trim) {
    if (trade.contains("smith")) {
      return 0x54402F;
    }
    if (trade.contains("baker") || trade.contains("inn") || trade.contains("miller")) {
      return Colours.mix(0xF1EADB, trim, 0.2);
    }
    return trade.contains("garden") ? Colours.mix(0x8A8F5A, trim, 0.3) : -1;
  }
}
