package anima.brain.chat.local;

import anima.brain.llm.Llm;
import anima.brain.llm.LlmOptions;
import anima.brain.llm.grammar.TokenTrie;
import anima.brain.llm.model.ModelException;
import anima.brain.llm.model.ModelFolder;
import anima.brain.llm.schedule.LlmScheduler;
import anima.brain.llm.schedule.Pace;
import anima.brain.llm.schedule.SchedulerOptions;
import anima.brain.llm.text.ChatTemplate;
import anima.brain.llm.text.TextTokenizer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A model of this machine with all that a conversation needs. Owned by who opened it. */
public final class LocalModel implements AutoCloseable {
  /** Texts of tokens that end a turn; some models do not name theirs in their settings. */
  private static final List<String> TURN_ENDS =
      List.of("<|im_end|>", "<|eot_id|>", "<|end|>", "<end_of_turn>");

  private final Llm llm;
  private final TextTokenizer tokenizer;
  private final LlmScheduler scheduler;
  private final LocalChat chat;

  private LocalModel(Llm llm, TextTokenizer tokenizer, LlmScheduler scheduler, LocalChat chat) {
    this.llm = llm;
    this.tokenizer = tokenizer;
    this.scheduler = scheduler;
    this.chat = chat;
  }

  /**
   * Loads a model.
   *
   * @param name what sentences call it
   * @param cacheFolder where native libraries may be unpacked
   * @param clock tells the model which day it is
   */
  public static LocalModel open(
      String name,
      ModelFolder folder,
      LlmOptions options,
      SchedulerOptions schedule,
      Path cacheFolder,
      InstantSource clock)
      throws ModelException {
    return open(name, folder, options, schedule, Pace.FREE, cacheFolder, clock);
  }

  /** The same, answering only as fast as the pace lets it. */
  public static LocalModel open(
      String name,
      ModelFolder folder,
      LlmOptions options,
      SchedulerOptions schedule,
      Pace pace,
      Path cacheFolder,
      InstantSource clock)
      throws ModelException {
    TextTokenizer tokenizer = folder.openTokenizer(cacheFolder);
    try {
      ChatTemplate template = ChatTemplate.of(folder, tokenizer);
      Llm llm = Llm.open(folder, options);
      LlmScheduler scheduler = LlmScheduler.start(llm, schedule, pace);
      Set<Integer> ends = endTokens(folder, tokenizer);
      LocalChat chat =
          new LocalChat(
              name,
              llm.contextTokens(),
              tokenizer,
              template,
              scheduler,
              new Grammars(TokenTrie.of(tokenizer), ends),
              ends,
              () -> LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
      return new LocalModel(llm, tokenizer, scheduler, chat);
    } catch (ModelException e) {
      tokenizer.close();
      throw e;
    }
  }

  private static Set<Integer> endTokens(ModelFolder folder, TextTokenizer tokenizer)
      throws ModelException {
    Set<Integer> ends = new HashSet<>(folder.config().endTokens());
    Set<String> texts = new HashSet<>(TURN_ENDS);
    folder.endText().ifPresent(texts::add);
    for (String text : texts) {
      int[] tokens = tokenizer.encode(text);
      if (tokens.length == 1 && tokenizer.bytes().length(tokens[0]) == 0) {
        ends.add(tokens[0]);
      }
    }
    return ends;
  }

  public LocalChat chat() {
    return chat;
  }

  /** Ends all answers and frees the model. */
  @Override
  public void close() {
    scheduler.close();
    llm.close();
    tokenizer.close();
  }
}
