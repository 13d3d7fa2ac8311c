package anima.brain.language;

/** What a slot token stands for; its letter is part of the token, {@code <l3>}. */
public enum SlotKind {
  PLACE('l'),
  ITEM('i'),
  PERSON('p'),
  NUMBER('n'),
  /** A word that the vocabulary does not have, such as a stranger's name. */
  WORD('w');

  /** Slots of one kind in one prompt; what would be the eleventh is written as an unknown word. */
  static final int SLOTS_MAX = 10;

  private final char letter;

  SlotKind(char letter) {
    this.letter = letter;
  }

  public char letter() {
    return letter;
  }

  /** The token of the slot with this number, from 0 to {@link #SLOTS_MAX} exclusive. */
  String token(int number) {
    return "<" + letter + number + ">";
  }
}
