package anima.client.village;

/** Colours of what people build with. */
final class Palette {
  static final int STONE = 0x989082;
  static final int DARK_STONE = 0x777065;
  static final int TIMBER = 0x5E4433;
  static final int PALE_TIMBER = 0x9A7A55;
  static final int PLANK = 0xA58761;
  static final int WET_PLANK = 0x75604A;
  static final int DOOR = 0x6F4A30;
  static final int GLASS = 0x33495A;
  static final int IRON = 0x3B3A3C;
  static final int BRASS = 0xC79A42;
  static final int ROPE = 0xC4AA78;
  static final int LAMP_GLASS = 0xFFD58A;
  static final int CANVAS = 0xF2E6CC;
  static final int LEAF = 0x5F8A3A;

  private Palette() {}
}
