package anima.brain.llm.grammar;

import anima.brain.llm.grammar.Expression.Text;

/**
 * Which subtrees of a tree of tokens are plain text: whatever token lies in them may stand in any
 * free text that has room for it. So a walk adds them without looking inside. Immutable.
 */
final class PlainText {
  private static final short NOT_PLAIN = -1;

  /** The strictest rule: no line breaks, and neither quotes nor backslashes but escaped ones. */
  private static final TextMachine STRICT =
      new TextMachine(new Text(Text.Form.JSON, 0, Text.UNLIMITED, false, false));

  private static final TextMachine SENTENCES =
      new TextMachine(new Text(Text.Form.PLAIN, 0, Text.UNLIMITED, false, true));

  private final TrieNodes nodes;
  private final short[] characters;

  private PlainText(TrieNodes nodes) {
    this.nodes = nodes;
    this.characters = new short[nodes.count()];
  }

  /** How many characters a plain text begins; -1 for one that is not plain. */
  static int charactersOf(byte... text) {
    long position = TextMachine.START;
    int begun = 0;
    for (byte value : text) {
      begun += TextMachine.betweenCharacters(position) ? 1 : 0;
      position = value == '\\' ? TextMachine.DEAD : STRICT.next(position, value & 0xff);
      if (position == TextMachine.DEAD) {
        return NOT_PLAIN;
      }
    }
    return begun == 0 ? NOT_PLAIN : begun;
  }

  /** Whether a plain text ends a sentence, or in the midst of a mark that may. */
  static boolean nearsEnd(byte... text) {
    long position = TextMachine.START;
    for (int i = 0; i < text.length && position != TextMachine.DEAD; i++) {
      position = SENTENCES.next(position, text[i] & 0xff);
    }
    return position != TextMachine.DEAD && SENTENCES.nearsEnd(position);
  }

  static PlainText of(TrieNodes nodes) {
    PlainText plain = new PlainText(nodes);
    // Children stand behind their parents.
    for (int node = nodes.count() - 1; node >= 0; node--) {
      plain.characters[node] = (short) plain.below(node, TextMachine.START);
    }
    return plain;
  }

  /**
   * How many characters the longest continuation below a node begins, where all of them are plain
   * when the node ends a character; -1 otherwise.
   */
  int characters(int node) {
    return characters[node];
  }

  private int below(int node, long position) {
    int begun = TextMachine.betweenCharacters(position) ? 1 : 0;
    int most = 0;
    for (int child = node + 1; child < nodes.end(node); child = nodes.end(child)) {
      int value = nodes.value(child);
      long next = value == '\\' ? TextMachine.DEAD : STRICT.next(position, value);
      if (next == TextMachine.DEAD) {
        return NOT_PLAIN;
      }
      int rest = TextMachine.betweenCharacters(next) ? characters[child] : below(child, next);
      if (rest == NOT_PLAIN) {
        return NOT_PLAIN;
      }
      most = Math.max(most, begun + rest);
    }
    return most;
  }
}
