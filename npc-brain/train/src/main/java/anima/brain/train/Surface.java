package anima.brain.train;

import anima.brain.language.KnownName;
import java.util.List;

/** Words that fill a slot, and which of them name things that the listener knows. */
record Surface(String text, List<KnownName> known) {
  Surface {
    known = List.copyOf(known);
  }

  static Surface plain(String text) {
    return new Surface(text, List.of());
  }
}
