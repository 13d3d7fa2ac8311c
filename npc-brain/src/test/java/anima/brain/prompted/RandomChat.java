package anima.brain.prompted;

import anima.brain.chat.ChatException;
import anima.brain.chat.ChatListener;
import anima.brain.chat.ChatModel;
import anima.brain.chat.ChatReply;
import anima.brain.chat.ChatRequest;
import anima.brain.llm.Llm;
import anima.brain.llm.LlmSession;
import anima.brain.llm.Sampler;
import anima.brain.llm.SamplerOptions;
import anima.brain.llm.grammar.GrammarException;
import anima.brain.llm.grammar.GrammarMask;
import anima.brain.llm.grammar.JsonGrammar;
import anima.brain.llm.grammar.TokenTrie;
import anima.brain.llm.text.ByteTokenizer;
import anima.brain.llm.text.TextTokenizer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** A real model of random weights that reads the end of the prompt and answers by the schema. */
final class RandomChat implements ChatModel {
  private static final int PROMPT_TOKENS = 64;

  private final Llm llm;
  private final TextTokenizer tokenizer;
  private final TokenTrie trie;
  private final int tokensMax;

  RandomChat(Llm llm, TextTokenizer tokenizer, int tokensMax) {
    this.llm = llm;
    this.tokenizer = tokenizer;
    this.trie = TokenTrie.of(tokenizer);
    this.tokensMax = tokensMax;
  }

  @Override
  public ChatReply chat(ChatRequest request, ChatListener listener, BooleanSupplier cancelled)
      throws ChatException {
    Sampler sampler =
        new Sampler(new SamplerOptions(1.5, 0, 1), new Random(request.settings().seed()));
    int[] prompt = tokenizer.encode(request.messages().get(1).content());
    int from = Math.max(0, prompt.length - PROMPT_TOKENS);
    try (LlmSession session = llm.newSession()) {
      GrammarMask mask =
          JsonGrammar.of(request.schema().orElseThrow()).newMask(trie, Set.of(ByteTokenizer.END));
      float[] logits = session.prefill(Arrays.copyOfRange(prompt, from, prompt.length));
      for (int i = 0; i < tokensMax; i++) {
        int token = sampler.pick(logits, mask.allowed().orElseThrow()).orElseThrow();
        mask.accept(token);
        if (token == ByteTokenizer.END) {
          break;
        }
        logits = session.decode(token);
      }
      return new ChatReply(
          mask.completed(),
          List.of(),
          ChatReply.Stop.FINISHED,
          prompt.length,
          0,
          0,
          new ChatReply.Timings(0, 0));
    } catch (GrammarException refused) {
      throw new AssertionError(refused);
    }
  }
}
