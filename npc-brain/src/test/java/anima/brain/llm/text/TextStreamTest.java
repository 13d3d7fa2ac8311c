package anima.brain.llm.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import anima.brain.llm.Llm;
import anima.brain.llm.LlmOptions;
import anima.brain.llm.LlmSession;
import anima.brain.llm.Sampler;
import anima.brain.llm.SamplerOptions;
import anima.brain.llm.TokenMask;
import anima.brain.llm.model.ModelException;
import anima.brain.llm.model.ModelFault;
import anima.brain.llm.model.ModelFolder;
import anima.brain.llm.model.RandomModel;
import anima.brain.llm.text.TextStream.End;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TextStreamTest {
  private static final String TEXT = "Hello, 你好 – 👋!";

  @TempDir static Path folder;
  private static ModelFolder model;
  private static Llm llm;
  private static TextTokenizer tokenizer;

  @BeforeAll
  static void open() throws Exception {
    new RandomModel("LlamaForCausalLM", ByteTokenizer.TOKENS, 32, 32, 1)
        .set("eos_token_id", ByteTokenizer.END)
        .write(folder);
    ByteTokenizer.write(folder);
    model = ModelFolder.open(folder);
    llm = Llm.open(model, LlmOptions.defaults().withThreads(1).withContextTokens(64));
    tokenizer = model.openTokenizer(folder.resolve("cache"));
  }

  @AfterAll
  static void close() {
    tokenizer.close();
    llm.close();
  }

  @Test
  void text_becomes_ids_and_text_again() {
    int[] ids = tokenizer.encode(TEXT);
    assertThat(ids).hasSize(TEXT.getBytes(StandardCharsets.UTF_8).length);
    assertThat(tokenizer.decode(ids)).isEqualTo(TEXT);
    assertThat(tokenizer.encode("a<|end|>")).containsExactly('a', ByteTokenizer.END);
  }

  @Test
  void pieces_hold_whole_characters_and_join_to_the_text() {
    TextAssembler assembler = new TextAssembler(tokenizer);
    List<String> pieces = new ArrayList<>();
    for (int id : tokenizer.encode(TEXT)) {
      pieces.add(assembler.take(id));
    }
    pieces.removeIf(String::isEmpty);
    assertThat(pieces).contains("H", "你", "好", "–", "👋", "!");
    assertThat(String.join("", pieces) + assembler.finish()).isEqualTo(TEXT);
  }

  @Test
  void a_mask_spells_its_text_and_the_model_may_only_end_it() {
    try (LlmSession session = llm.newSession()) {
      TextStream stream = stream(session, new Spelling(tokenizer.encode(TEXT)), 60);
      assertThat(readAll(stream)).isEqualTo(TEXT);
      assertThat(stream.end()).contains(End.CLOSED);
      assertThat(stream.next()).isEmpty();
    }
  }

  @Test
  void a_mask_that_allows_nothing_ends_the_text() {
    try (LlmSession session = llm.newSession()) {
      TextStream stream = stream(session, new Spelling(new int[] {'a', 'b', -1}), 60);
      assertThat(readAll(stream)).isEqualTo("ab");
      assertThat(stream.end()).contains(End.MASKED);
    }
  }

  @Test
  void a_text_ends_at_its_length_and_at_the_end_of_the_context() {
    try (LlmSession session = llm.newSession()) {
      TextStream two = stream(session, new Spelling(new int[] {'a', 'b', 'c'}), 2);
      assertThat(readAll(two)).isEqualTo("ab");
      assertThat(two.end()).contains(End.LONG_ENOUGH);
      int[] long80 = new int[80];
      Arrays.fill(long80, 'x');
      TextStream full = stream(session, new Spelling(long80), 1000);
      assertThat(readAll(full)).isEqualTo("x".repeat(64 - 2));
      assertThat(full.end()).contains(End.CONTEXT_FULL);
    }
  }

  @Test
  void who_stops_pulling_has_computed_no_more_than_he_took() {
    try (LlmSession session = llm.newSession()) {
      TextStream stream = stream(session, TokenMask.ANY, 60);
      int before = session.position();
      for (int i = 0; i < 3; i++) {
        stream.next();
      }
      assertThat(session.position()).isLessThanOrEqualTo(before + 3);
    }
  }

  @Test
  void a_tokenizer_of_another_model_is_refused() throws Exception {
    Path other = folder.resolve("other");
    new RandomModel("LlamaForCausalLM", 200, 32, 32, 1).write(other);
    ByteTokenizer.write(other);
    check(other, ModelFault.VOCABULARY, "the tokenizer knows 257 tokens but the model only 200");
    Files.writeString(other.resolve(ModelFolder.TOKENIZER), "{\"model\":{\"vocab\":{\"a\":0}");
    check(other, ModelFault.TOKENIZER, "it is not valid JSON of this kind");
    Files.writeString(other.resolve(ModelFolder.TOKENIZER), "{}");
    check(other, ModelFault.TOKENIZER, "it has no vocabulary");
    Files.writeString(
        other.resolve(ModelFolder.TOKENIZER), "{\"model\":{\"type\":\"Odd\",\"vocab\":{\"a\":0}}}");
    check(other, ModelFault.TOKENIZER, "the tokenizer cannot be read (");
    Files.delete(other.resolve(ModelFolder.TOKENIZER));
    check(other, ModelFault.NO_FILE, "tokenizer.json: the file is missing");
  }

  private static void check(Path folder, ModelFault fault, String says) throws Exception {
    ModelFolder opened = ModelFolder.open(folder);
    ModelException thrown =
        catchThrowableOfType(
            ModelException.class, () -> opened.openTokenizer(folder.resolve("cache")));
    assertThat(thrown).hasMessageContaining(says);
    assertThat(thrown.fault()).isEqualTo(fault);
  }

  private static TextStream stream(LlmSession session, TokenMask mask, int tokensMax) {
    Sampler sampler = new Sampler(new SamplerOptions(1, 0, 1), new Random(1));
    return new TextStream(session, session.prompt('h', 'i'), tokenizer, sampler, mask, tokensMax);
  }

  private static String readAll(TextStream stream) {
    StringBuilder text = new StringBuilder();
    for (Optional<String> piece = stream.next(); piece.isPresent(); piece = stream.next()) {
      text.append(piece.get());
    }
    return text.toString();
  }

  /** Allows one token after the other, then the end; a negative one allows nothing. */
  private static final class Spelling implements TokenMask {
    private final int[] ids;
    private int at;

    Spelling(int[] ids) {
      this.ids = ids;
    }

    @Override
    public Optional<BitSet> allowed() {
      BitSet bits = new BitSet();
      int id = at < ids.length ? ids[at] : ByteTokenizer.END;
      if (id >= 0) {
        bits.set(id);
      }
      return Optional.of(bits);
    }

    @Override
    public void accept(int token) {
      at++;
    }
  }
}
