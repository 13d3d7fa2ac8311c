package anima.brain.prompted;

import anima.brain.chat.ChatException;
import anima.brain.chat.ChatListener;
import anima.brain.chat.ChatMessage;
import anima.brain.chat.ChatModel;
import anima.brain.chat.ChatReply;
import anima.brain.chat.ChatRequest;
import anima.brain.chat.ChatSettings;
import anima.brain.language.Decider;
import anima.brain.language.Decision;
import anima.brain.language.IntentCatalogue;
import anima.brain.language.Judge;
import anima.brain.language.ReplyBook;
import anima.brain.language.Situation;
import anima.world.Language;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Decides with a larger model, local or elsewhere. The model names what was asked for and says it
 * in its own words; what comes of it is judged by the rules, and where that differs from what a
 * model could know, the written words are said instead. A model that fails or is late costs an
 * excuse, spoken in the language of the talk. May be shared between threads, as its model may.
 */
public final class PromptedDecider implements Decider {
  /** Most tokens of an answer: the longest one the schema allows, in usual words. */
  private static final int TOKENS_MAX = 600;

  private static final double TEMPERATURE = 0.6;
  private static final double TOP_P = 0.9;

  private final ChatModel model;
  private final IntentCatalogue catalogue = IntentCatalogue.load();
  private final ReplyBook replies = ReplyBook.load(catalogue);
  private final Frame frame = new Frame(catalogue);
  private final Judge judge = new Judge(replies);
  private final Duration patience;
  private final LongSupplier nanoTime;
  private final Consumer<String> failures;

  /**
   * A decider.
   *
   * @param patience after which an answer comes too late
   * @param nanoTime a clock such as {@link System#nanoTime}
   * @param failures is told in one sentence why an excuse was spoken; on the deciding thread
   */
  public PromptedDecider(
      ChatModel model, Duration patience, LongSupplier nanoTime, Consumer<String> failures) {
    this.model = model;
    this.patience = patience;
    this.nanoTime = nanoTime;
    this.failures = failures;
  }

  @Override
  public Decision decide(Situation situation, long seed, BooleanSupplier cancelled) {
    Entities entities = Entities.of(situation);
    ChatRequest request = request(situation, entities, seed);
    long beganNanos = nanoTime.getAsLong();
    BooleanSupplier late = () -> nanoTime.getAsLong() - beganNanos > patience.toNanos();
    try {
      ChatReply reply =
          model.chat(
              request, ChatListener.NONE, () -> cancelled.getAsBoolean() || late.getAsBoolean());
      if (cancelled.getAsBoolean()) {
        throw new CancellationException("the decision was given up");
      }
      if (reply.stop() == ChatReply.Stop.CANCELLED) {
        return excuse(
            situation, request, "The model was not ready within " + patience.toSeconds() + " s.");
      }
      return Answer.read(reply.text(), catalogue, entities)
          .map(answer -> decided(situation, request, reply, answer, new Random(seed)))
          .orElseGet(
              () ->
                  excuse(situation, request, "The model's answer makes no sense: " + reply.text()));
    } catch (ChatException failure) {
      if (cancelled.getAsBoolean()) {
        throw new CancellationException("the decision was given up");
      }
      return excuse(situation, request, failure.in(situation.language()));
    }
  }

  private ChatRequest request(Situation situation, Entities entities, long seed) {
    SituationText text = new SituationText(situation);
    List<ChatMessage> messages =
        List.of(
            ChatMessage.system(frame.in(situation.language()) + "\n\n" + text.persona()),
            ChatMessage.user(text.rest()));
    return new ChatRequest(
        messages,
        Optional.of(AnswerSchema.of(catalogue, entities)),
        List.of(),
        new ChatSettings(TOKENS_MAX, TEMPERATURE, TOP_P, seed, List.of()));
  }

  private Decision decided(
      Situation situation, ChatRequest request, ChatReply reply, Answer answer, Random random) {
    Verdict verdict = Verdict.of(judge, situation, answer, random);
    String told = request.messages().get(1).content();
    String say = verdict.own(told, answer.say()).orElseGet(verdict::written);
    String why = told(request) + "\n\nanswered: " + reply.text() + verdict.why();
    return new Decision(
        verdict.steps(),
        say,
        why,
        reply.promptTokens() + reply.completionTokens(),
        reply.timings().firstTokenMillis());
  }

  private Decision excuse(Situation situation, ChatRequest request, String failure) {
    failures.accept(failure);
    String say =
        situation.language() == Language.ZH
            ? "抱歉，我一时走神了，你再说一遍好吗？"
            : "Forgive me, my thoughts wandered. Say that again?";
    return new Decision(List.of(), say, told(request) + "\n\nfailed: " + failure, 0, 0);
  }

  /** The prompt without what all prompts share. */
  private static String told(ChatRequest request) {
    return "told: " + request.messages().get(1).content();
  }
}
