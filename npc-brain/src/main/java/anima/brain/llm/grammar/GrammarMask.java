package anima.brain.llm.grammar;

import anima.brain.llm.TokenMask;
import anima.brain.llm.text.TokenBytes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalInt;

/** One text within a grammar. Owned by the thread that samples. */
public final class GrammarMask implements TokenMask {
  private final Masks masks;
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private State state;
  private boolean ended;

  GrammarMask(State start, Masks masks) {
    this.state = start;
    this.masks = masks;
  }

  @Override
  public Optional<BitSet> allowed() {
    return Optional.of(ended ? new BitSet() : masks.of(state).allowed());
  }

  @Override
  public OptionalInt forced() {
    int only = ended ? -1 : masks.of(state).only();
    return only < 0 ? OptionalInt.empty() : OptionalInt.of(only);
  }

  @Override
  public void accept(int token) {
    if (ended || token < 0 || token >= masks.trie().size()) {
      throw refused(token);
    }
    if (state.complete() && masks.endTokens().contains(token)) {
      ended = true;
      return;
    }
    TokenBytes bytes = masks.trie().bytes();
    State next = state;
    for (int i = 0; i < bytes.length(token); i++) {
      next = next.next(bytes.at(token, i));
    }
    if (bytes.length(token) == 0 || next.isDead()) {
      throw refused(token);
    }
    state = next;
    for (int i = 0; i < bytes.length(token); i++) {
      written.write(bytes.at(token, i));
    }
  }

  State state() {
    return state;
  }

  /** Whether the text so far is a whole one. */
  public boolean complete() {
    return ended || state.complete();
  }

  /**
   * The text so far, ended on the shortest way that the grammar knows where it is not whole: for a
   * text that was cut because it had as many tokens as were asked for.
   */
  public String completed() {
    return ended
        ? written.toString(StandardCharsets.UTF_8)
        : Grammar.completed(state, written.toByteArray());
  }

  private IllegalArgumentException refused(int token) {
    return new IllegalArgumentException("the token " + token + " cannot come here");
  }
}
