package anima.brain.llm.grammar;

import static anima.brain.llm.grammar.Expression.choice;
import static anima.brain.llm.grammar.Expression.literal;
import static anima.brain.llm.grammar.Expression.optional;
import static anima.brain.llm.grammar.Expression.repeat;
import static anima.brain.llm.grammar.Expression.sequence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anima.brain.llm.text.TokenBytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which tokens may come next. */
final class GrammarMaskTest {
  private static final List<String> WORDS =
      List.of("go", "go ", "gone", "to", "to the", "the", " well", " mill", "ll", "! ", "\n");
  private static final TokenBytes BYTES = bytes(256);
  private static final TokenTrie TRIE = TokenTrie.of(BYTES);
  private static final int END = 256 + WORDS.size();

  private static TokenBytes bytes(int singles) {
    byte[][] bytes = new byte[singles + WORDS.size() + 1][0];
    for (int value = 0; value < singles; value++) {
      bytes[value] = new byte[] {(byte) value};
    }
    for (int i = 0; i < WORDS.size(); i++) {
      bytes[singles + i] = WORDS.get(i).getBytes(StandardCharsets.UTF_8);
    }
    return TokenBytes.of(bytes);
  }

  private static GrammarMask mask(Expression expression) throws GrammarException {
    return Grammar.of(expression).newMask(TRIE, Set.of(END));
  }

  private static GrammarMask after(GrammarMask mask, String... tokens) {
    for (String token : tokens) {
      mask.accept(id(token));
    }
    return mask;
  }

  private static int id(String token) {
    int word = WORDS.indexOf(token);
    return word >= 0 ? 256 + word : token.isEmpty() ? END : token.charAt(0);
  }

  private static void allows(GrammarMask mask, String... tokens) {
    assertThat(mask.allowed().orElseThrow().stream().boxed().collect(Collectors.toSet()))
        .isEqualTo(Arrays.stream(tokens).map(GrammarMaskTest::id).collect(Collectors.toSet()));
  }

  @Test
  void where_bytes_are_settled_the_longest_token_is_forced() throws GrammarException {
    GrammarMask mask =
        mask(sequence(literal("go to the"), choice(literal(" well"), literal(" mill"))));
    allows(mask, "go ");
    assertThat(mask.forced()).hasValue(id("go "));
    allows(after(mask, "go "), "to the");
    allows(after(mask, "to the"), " ", " well", " mill");
    assertThat(mask.forced()).isEmpty();
    allows(after(mask, " mill"), "");
    assertThat(mask.forced()).hasValue(END);
    allows(after(mask, ""));
  }

  @Test
  void a_token_may_reach_beyond_what_is_settled() throws GrammarException {
    allows(mask(sequence(literal("go"), choice(literal("ne"), literal(" ")))), "go", "go ", "gone");
  }

  @Test
  void tokens_that_cross_from_text_into_what_follows_are_allowed() throws GrammarException {
    Expression.Text two = new Expression.Text(Expression.Text.Form.PLAIN, 0, 2, false, false);
    GrammarMask mask = mask(sequence(two, literal("the")));
    assertThat(mask.allowed().orElseThrow().get(id("to the"))).isFalse();
    assertThat(mask.allowed().orElseThrow().get(id("to"))).isTrue();
    after(mask, "to");
    allows(mask, "the");
  }

  @Test
  void free_text_ends_at_the_end_of_a_sentence_and_within_its_limit() throws GrammarException {
    GrammarMask mask = mask(Expression.Text.sentences(5));
    assertThat(mask.allowed().orElseThrow().get(id("\n"))).isFalse();
    after(mask, "gone");
    allows(mask, "!", ".", "?", "\u00e2", "\u00e3", "\u00ef");
    allows(after(mask, "!"), "");
  }

  @Test
  void a_text_that_was_cut_is_completed_on_the_shortest_way() throws GrammarException {
    Expression item = choice(literal("well"), literal("go"), literal("mill"));
    Expression list =
        sequence(literal("["), new Expression.Repeat(item, literal(","), 3, 9), literal("]"));
    GrammarMask mask = mask(list);
    assertThat(mask.completed()).isEqualTo("[go,go,go]");
    after(mask, "[", "m");
    assertThat(mask.complete()).isFalse();
    assertThat(mask.completed()).isEqualTo("[mill,go,go]");
  }

  @Test
  void what_is_not_allowed_is_not_accepted() throws GrammarException {
    GrammarMask mask = mask(literal("go"));
    assertThatThrownBy(() -> mask.accept(id("to"))).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> mask.accept(END)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> mask.accept(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void rules_may_contain_themselves() throws GrammarException {
    Expression nested =
        sequence(literal("("), optional(new Expression.Reference("nested")), literal(")"));
    Grammar grammar = Grammar.of(new Expression.Reference("nested"), Map.of("nested", nested));
    assertThat(grammar.matches("((()))".getBytes(StandardCharsets.UTF_8))).isTrue();
    assertThat(grammar.matches("((())".getBytes(StandardCharsets.UTF_8))).isFalse();
    String tooDeep = "(".repeat(200) + ")".repeat(200);
    assertThat(grammar.matches(tooDeep.getBytes(StandardCharsets.UTF_8))).isFalse();
  }

  @Test
  void a_repeated_part_that_can_be_empty_is_refused() {
    assertThatThrownBy(() -> mask(repeat(optional(literal("a")), 0, 5)))
        .isInstanceOf(GrammarException.class);
  }

  @Test
  void a_vocabulary_that_could_get_stuck_is_refused() {
    TokenTrie without = TokenTrie.of(bytes(100));
    assertThatThrownBy(() -> Grammar.of(literal("well")).newMask(without, Set.of()))
        .isInstanceOf(GrammarException.class)
        .hasMessageStartingWith("tokenizer: it has no token for the single byte 0x65");
  }
}
