package anima.brain.language;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What an argument is to its step, in the order in which an answer names them; the kinds are those
 * of the slots that may fill it beside words copied from the utterance.
 */
public enum Role {
  PLACE("lw"),
  PLACE2("lw"),
  ITEM("iw"),
  ITEM2("iw"),
  PERSON("pw"),
  PERSON2("pw"),
  COUNT("n"),
  PRICE("n"),
  TIME("nw"),
  NAME("wpil"),
  TRADE("wip"),
  LIKE("wilp"),
  LOST("wip"),
  MESSAGE("wilpn"),
  WORD("wilpn"),
  THING("wilp"),
  COLOR("w");

  private final String letters;

  /**
   * @param letters kinds of the slots that may fill it
   */
  Role(String letters) {
    this.letters = letters;
  }

  /** Name in phrases, catalogue and {@link Step#arguments()}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role of a key, if there is one. */
  public static Optional<Role> of(String key) {
    return Arrays.stream(values()).filter(role -> role.key().equals(key)).findFirst();
  }

  String token() {
    return "=" + key();
  }

  public boolean takes(SlotKind kind) {
    return letters.indexOf(kind.letter()) >= 0;
  }
}
