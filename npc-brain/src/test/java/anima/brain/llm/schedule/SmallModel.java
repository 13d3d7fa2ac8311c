package anima.brain.llm.schedule;

import anima.brain.llm.Llm;
import anima.brain.llm.LlmOptions;
import anima.brain.llm.LlmSession;
import anima.brain.llm.Sampler;
import anima.brain.llm.TokenMask;
import anima.brain.llm.model.ModelFolder;
import anima.brain.llm.model.RandomModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/** A real model of random weights, and the plainest way to write a text with it. */
final class SmallModel {
  static final int VOCABULARY = 97;
  static final int CONTEXT_TOKENS = 256;

  private SmallModel() {}

  static Llm open(Path folder, int slots) throws Exception {
    RandomModel.small().write(folder);
    LlmOptions options =
        LlmOptions.defaults().withThreads(1).withContextTokens(CONTEXT_TOKENS).withSlots(slots);
    return Llm.open(ModelFolder.open(folder), options);
  }

  static int[] prompt(Random random, int tokens) {
    return random.ints(tokens, 0, VOCABULARY).toArray();
  }

  /** Token by token, without a schedule, a cache or a guess. */
  static int[] writeAlone(Llm llm, GenerateRequest request) {
    List<Integer> written = new ArrayList<>();
    Sampler sampler = new Sampler(request.sampling(), new Random(request.seed()));
    TokenMask mask = request.mask();
    try (LlmSession session = llm.newSession()) {
      float[] logits = session.prefill(request.prompt());
      while (written.size() < request.tokensMax()) {
        Optional<BitSet> allowed = mask.allowed();
        OptionalInt token =
            allowed.isPresent() ? sampler.pick(logits, allowed.get()) : sampler.pick(logits);
        if (token.isEmpty() || request.stopTokens().contains(token.getAsInt())) {
          break;
        }
        written.add(token.getAsInt());
        if (session.room() == 0) {
          break;
        }
        mask.accept(token.getAsInt());
        logits = session.decode(token.getAsInt());
      }
    }
    return written.stream().mapToInt(Integer::intValue).toArray();
  }
}
