package anima.brain.chat.local;

import anima.brain.chat.ChatException;
import anima.brain.chat.ChatFault;
import anima.brain.chat.ChatListener;
import anima.brain.chat.ChatModel;
import anima.brain.chat.ChatReply;
import anima.brain.chat.ChatRequest;
import anima.brain.llm.schedule.LlmScheduler;
import anima.brain.llm.text.ChatTemplate;
import anima.brain.llm.text.TextTokenizer;
import java.time.LocalDateTime;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Answers with a model of this machine. Equal requests give equal answers; many may ask at once,
 * and what begins like an earlier conversation is not computed again. Any thread.
 */
public final class LocalChat implements ChatModel {
  final String name;
  final int contextTokens;
  final TextTokenizer tokenizer;
  final ChatTemplate template;
  final LlmScheduler scheduler;
  final Grammars grammars;
  final Set<Integer> endTokens;
  private final PromptWriter prompts;
  private final Supplier<LocalDateTime> clock;

  LocalChat(
      String name,
      int contextTokens,
      TextTokenizer tokenizer,
      ChatTemplate template,
      LlmScheduler scheduler,
      Grammars grammars,
      Set<Integer> endTokens,
      Supplier<LocalDateTime> clock) {
    this.name = name;
    this.contextTokens = contextTokens;
    this.tokenizer = tokenizer;
    this.template = template;
    this.scheduler = scheduler;
    this.grammars = grammars;
    this.endTokens = Set.copyOf(endTokens);
    this.prompts = new PromptWriter(template, tokenizer);
    this.clock = clock;
  }

  /** Longest conversation with its answer. */
  public int contextTokens() {
    return contextTokens;
  }

  @Override
  public ChatReply chat(ChatRequest request, ChatListener listener, BooleanSupplier cancelled)
      throws ChatException {
    String prompt = prompts.write(request, clock.get());
    int tokens = tokenizer.encode(prompt).length;
    if (tokens == 0 || tokens >= contextTokens) {
      throw new ChatException(ChatFault.TOO_LONG, tokens, contextTokens - 1);
    }
    return new Answer(this, request, prompt, listener, cancelled).make();
  }
}
