package anima.brain.llm.grammar;

import anima.brain.llm.grammar.Expression.Text;

/**
 * Reads free text byte by byte, beside the automaton, because it counts: only whole, valid
 * characters, no more than allowed. A position is one number: the phase inside a character, whether
 * the last character ended a sentence, and the characters before. Immutable; any thread.
 */
final class TextMachine {
  /** Where a text begins. */
  static final long START = 0;

  /** No text goes on like this. */
  static final long DEAD = -1;

  private static final int PHASE_BITS = 8;
  private static final long PHASE_MASK = (1 << PHASE_BITS) - 1;
  private static final long ENDED = 1L << PHASE_BITS;
  private static final int COUNT_SHIFT = PHASE_BITS + 1;

  private final Text rule;
  private final boolean json;

  TextMachine(Text rule) {
    this.rule = rule;
    this.json = rule.form() != Text.Form.PLAIN;
  }

  Text rule() {
    return rule;
  }

  static boolean betweenCharacters(long position) {
    return (position & PHASE_MASK) == TextPhase.BETWEEN;
  }

  static int characters(long position) {
    return (int) (position >>> COUNT_SHIFT);
  }

  /** How many plain characters may follow, whichever they are. */
  int freeCharacters(long position) {
    return rule.charactersMax() - characters(position) - (rule.sentences() ? 1 : 0);
  }

  /** Whether the text may end here. */
  boolean mayEnd(long position) {
    return betweenCharacters(position)
        && characters(position) >= rule.charactersMin()
        && (!rule.sentences() || (position & ENDED) != 0);
  }

  /** About how many bytes the text needs at least before it may end; 0 only when it may. */
  int bytesLeast(long position) {
    int inside = TextPhase.bytesLeft((int) (position & PHASE_MASK));
    int missing = rule.charactersMin() - characters(position) - (inside > 0 ? 1 : 0);
    int mark = rule.sentences() && (inside > 0 || (position & ENDED) == 0) ? 1 : 0;
    return inside + Math.max(missing, mark);
  }

  /** Whether nothing more has room. */
  boolean isFull(long position) {
    return betweenCharacters(position) && characters(position) >= rule.charactersMax();
  }

  /** Whether a sentence ends here, or in the midst of the character here. */
  boolean nearsEnd(long position) {
    return mayEnd(position) || TextPhase.leadsToMark((int) (position & PHASE_MASK));
  }

  /** Where one more byte leads; {@link #DEAD} when it may not stand there. */
  long next(long position, int value) {
    int phase = (int) (position & PHASE_MASK);
    if (phase == TextPhase.BETWEEN) {
      return begin(position, value);
    }
    if (phase >= TextPhase.ESCAPE) {
      return escaped(position, phase, value);
    }
    int next = TextPhase.tail(phase, value);
    if (next < 0 || (!rule.lineBreaks() && TextPhase.isControl(phase, value))) {
      return DEAD;
    }
    boolean mark = TextPhase.isMark(phase, value);
    if (mustEnd(position) && !mark && !TextPhase.leadsToMark(next)) {
      return DEAD;
    }
    return next == TextPhase.BETWEEN
        ? whole(position, mark, TextPhase.isCloser(phase, value))
        : at(position, next);
  }

  /** Whether only a mark that ends the sentence has room. */
  private boolean mustEnd(long position) {
    return rule.sentences() && characters(position) == rule.charactersMax() - 1;
  }

  private long begin(long position, int value) {
    if (characters(position) >= rule.charactersMax()) {
      return DEAD;
    }
    if (value >= 0x80) {
      int phase = TextPhase.lead(value);
      return phase < 0 || (mustEnd(position) && !TextPhase.leadsToMark(phase))
          ? DEAD
          : at(position, phase);
    }
    if (json && value == '\\') {
      return mustEnd(position) ? DEAD : at(position, TextPhase.ESCAPE);
    }
    boolean mark = value == '.' || value == '!' || value == '?';
    boolean allowed = allowsAscii(value) && (mark || !mustEnd(position));
    return allowed ? whole(position, mark, value == ')' || value == '"') : DEAD;
  }

  private boolean allowsAscii(int value) {
    if (json) {
      return value >= ' ' && value != '"' && (rule.lineBreaks() || value != 0x7f);
    }
    return (value >= ' ' && value != 0x7f)
        || (rule.lineBreaks() && (value == '\n' || value == '\t'));
  }

  private long escaped(long position, int phase, int value) {
    if (phase != TextPhase.ESCAPE) {
      int next = TextPhase.hex(phase, value);
      return next == TextPhase.BETWEEN
          ? whole(position, false, false)
          : next < 0 ? DEAD : at(position, next);
    }
    if (value == '"' || value == '\\' || value == '/') {
      return whole(position, false, value == '"');
    }
    if (!rule.lineBreaks()) {
      return DEAD;
    }
    if (value == 'u') {
      return at(position, TextPhase.UNICODE);
    }
    return "bfnrt".indexOf(value) >= 0 ? whole(position, false, false) : DEAD;
  }

  private static long at(long position, int phase) {
    return (position & ~PHASE_MASK) | phase;
  }

  /** Counts a character that is whole now. A closing quote behind a mark belongs to the end. */
  private long whole(long position, boolean mark, boolean closer) {
    boolean ended = rule.sentences() && (mark || (closer && (position & ENDED) != 0));
    long count = characters(position) + 1L;
    return (count << COUNT_SHIFT) | (ended ? ENDED : 0);
  }

  /**
   * A position that allows the same tokens; the same one for all positions that are far from a
   * limit.
   */
  long alike(long position, TokenTrie trie) {
    return ((long) alike(characters(position), trie) << COUNT_SHIFT)
        | (position & (ENDED | PHASE_MASK));
  }

  private int alike(int count, TokenTrie trie) {
    int min = rule.charactersMin();
    int max = rule.charactersMax();
    int reach = trie.bytesMax();
    boolean oneLine = json || !rule.lineBreaks();
    if (count < min || max == Text.UNLIMITED || !oneLine) {
      return Counts.alike(count, min, max, reach);
    }
    return max - trie.plain().alike(max - count);
  }
}
