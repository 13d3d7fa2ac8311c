package anima.brain.llm.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import anima.brain.llm.text.TokenBytes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Random;
import java.util.Set;

/** Writes texts within a grammar by random logits; long ones are cut and completed. */
final class RandomWriter {
  private final TokenBytes bytes;
  private final TokenTrie trie;
  private final int end;

  /** Masks asked for. */
  long masks;

  RandomWriter(RandomVocabulary vocabulary) {
    this.bytes = vocabulary.bytes;
    this.trie = TokenTrie.of(bytes);
    this.end = vocabulary.end;
  }

  String write(Grammar grammar, Random random) throws GrammarException {
    GrammarMask mask = grammar.newMask(trie, Set.of(end));
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    int tokensMax = random.nextInt(60);
    for (int i = 0; i < tokensMax; i++) {
      masks++;
      BitSet allowed = mask.allowed().orElseThrow();
      assertThat(allowed.isEmpty()).as("dead end behind %s", text).isFalse();
      assertThat(mask.forced().isPresent()).isEqualTo(allowed.cardinality() == 1);
      if (masks % 4 == 0) {
        checkAgainstEachToken(allowed, mask.state());
      }
      int token = pick(allowed, random);
      mask.accept(token);
      if (token == end) {
        assertThat(mask.completed()).isEqualTo(decode(text.toByteArray()));
        break;
      }
      text.writeBytes(bytes.of(token));
    }
    return mask.completed();
  }

  /** The walk over trees must find what trying each token alone finds. */
  private void checkAgainstEachToken(BitSet allowed, State state) {
    BitSet tried = new BitSet();
    for (int token = 0; token < bytes.size(); token++) {
      State next = state;
      for (int i = 0; i < bytes.length(token); i++) {
        next = next.next(bytes.at(token, i));
      }
      tried.set(token, token == end ? state.complete() : !next.isDead());
    }
    if (state.onlyByte() < 0) {
      assertThat(allowed).isEqualTo(tried);
    } else {
      // Of tokens within settled bytes only the longest is left.
      tried.and(allowed);
      assertThat(tried).isEqualTo(allowed);
    }
  }

  private static int pick(BitSet allowed, Random random) {
    int skip = random.nextInt(allowed.cardinality());
    int token = allowed.nextSetBit(0);
    for (int i = 0; i < skip; i++) {
      token = allowed.nextSetBit(token + 1);
    }
    return token;
  }

  private static String decode(byte[] text) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text)).toString();
    } catch (CharacterCodingException e) {
      throw new AssertionError("no UTF-8: " + new String(text, StandardCharsets.ISO_8859_1), e);
    }
  }
}
