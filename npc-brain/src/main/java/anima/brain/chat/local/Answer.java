package anima.brain.chat.local;

import anima.brain.chat.ChatCall;
import anima.brain.chat.ChatException;
import anima.brain.chat.ChatListener;
import anima.brain.chat.ChatMessage;
import anima.brain.chat.ChatReply;
import anima.brain.chat.ChatReply.Stop;
import anima.brain.chat.ChatRequest;
import anima.brain.chat.ChatSettings;
import anima.brain.chat.ChatToolChoice.Rule;
import anima.brain.llm.SamplerOptions;
import anima.brain.llm.TokenMask;
import anima.brain.llm.schedule.Generated;
import anima.brain.llm.schedule.StopReason;
import anima.brain.llm.text.ChatTemplate.ToolFormat;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * One answer in the making, of one or more passages: text, then calls of tools, each held to its
 * grammar. A further passage costs little, because what stands before it is kept. Owned by the
 * thread that asks.
 */
final class Answer {
  /** Chooses among so many tokens; all others together are noise, and sorting them takes long. */
  private static final int LIKELIEST_MAX = 256;

  private final LocalChat model;
  private final ChatRequest request;
  private final String prompt;
  private final ChatListener listener;
  private final BooleanSupplier cancelled;
  private final CallFormat calls;
  private final SamplerOptions sampling;
  private final List<ChatCall> made = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  /** What the model has written, calls included. */
  private final StringBuilder written = new StringBuilder();

  private int passages;
  private int tokens;
  private int promptTokens;
  private int cachedTokens;
  private double firstTokenMillis;
  private double totalMillis;

  Answer(
      LocalChat model,
      ChatRequest request,
      String prompt,
      ChatListener listener,
      BooleanSupplier cancelled) {
    this.model = model;
    this.request = request;
    this.prompt = prompt;
    this.listener = listener;
    this.cancelled = cancelled;
    this.calls = CallFormat.of(model.template.toolFormat(), request.tools(), request.toolChoice());
    this.sampling = sampling(request.settings());
  }

  private static SamplerOptions sampling(ChatSettings settings) {
    return settings.temperature() == 0
        ? SamplerOptions.GREEDY
        : new SamplerOptions(settings.temperature(), LIKELIEST_MAX, settings.topP());
  }

  ChatReply make() throws ChatException {
    Rule rule = request.tools().isEmpty() ? Rule.NONE : request.toolChoice().rule();
    if (rule == Rule.REQUIRED) {
      return reply(call());
    }
    if (request.schema().isPresent()) {
      return reply(speakBySchema(request.schema().get()));
    }
    return reply(rule == Rule.NONE ? speak(TokenMask.ANY, List.of()) : speakOrCall());
  }

  /** What has no room any more is ended by the schema alone, so that it always satisfies it. */
  private Stop speakBySchema(JsonObject schema) throws ChatException {
    Stop stop = speak(model.grammars.mask(schema), List.of());
    if (stop == Stop.LENGTH) {
      String whole = model.grammars.completed(schema, text.toString());
      if (whole.startsWith(text.toString())) {
        say(whole.substring(text.length()));
      } else {
        text.setLength(0);
        text.append(whole);
      }
    }
    return stop;
  }

  private Stop speakOrCall() throws ChatException {
    if (calls.format() == ToolFormat.BARE) {
      return speakBare();
    }
    Stop stop = speak(TokenMask.ANY, List.of(ToolWords.BEGIN));
    while (stop == Stop.TOOL_CALLS && made.size() < ChatMessage.CALLS_MAX) {
      stop = call();
      if (stop == Stop.TOOL_CALLS && room(ids()) > 0) {
        stop = speak(TokenMask.ANY, List.of(ToolWords.BEGIN));
      }
    }
    return stop == Stop.FINISHED && !made.isEmpty() ? Stop.TOOL_CALLS : stop;
  }

  /** What begins as JSON may be a call, which is not for the listener: known only at its end. */
  private Stop speakBare() throws ChatException {
    BareText bare = new BareText(this::say);
    Passage passage = begin(TokenMask.ANY, stopTexts(List.of()));
    Stop stop = end(passage, passage.hear(bare::accept, cancelled));
    Optional<ChatCall> call =
        bare.held()
            ? calls.read(bare.text().strip(), request.settings().seed(), 0)
            : Optional.empty();
    if (call.isPresent() && stop == Stop.FINISHED) {
      made.add(call.get());
      return Stop.TOOL_CALLS;
    }
    bare.release();
    return stop;
  }

  /** Writes text for the listener; ends as TOOL_CALLS where a call begins. */
  private Stop speak(TokenMask mask, List<String> callBegins) throws ChatException {
    Passage passage = begin(mask, stopTexts(callBegins));
    Generated outcome = passage.hear(this::say, cancelled);
    Stop stop = end(passage, outcome);
    return callBegins.stream().anyMatch(passage::stoppedAt) ? Stop.TOOL_CALLS : stop;
  }

  private List<String> stopTexts(List<String> callBegins) {
    List<String> stops = new ArrayList<>(callBegins);
    stops.addAll(model.template.stops());
    stops.addAll(request.settings().stop());
    return stops;
  }

  /** Writes one call of a tool. */
  private Stop call() throws ChatException {
    written.append(calls.begin());
    if (room(ids()) == 0) {
      return Stop.LENGTH;
    }
    Passage passage = begin(model.grammars.mask(calls), List.of());
    Stop stop = end(passage, passage.hear(piece -> {}, cancelled));
    Optional<ChatCall> call = calls.read(passage.text(), request.settings().seed(), made.size());
    if (call.isEmpty()) {
      return stop == Stop.FINISHED ? Stop.LENGTH : stop;
    }
    made.add(call.get());
    written.append(calls.end());
    return stop == Stop.CANCELLED ? stop : Stop.TOOL_CALLS;
  }

  private void say(String piece) {
    text.append(piece);
    listener.text(piece);
  }

  private int[] ids() {
    return model.tokenizer.encode(prompt + written);
  }

  /** How many tokens the answer may still have, by the request and by the context. */
  private int room(int... ids) {
    int context = model.contextTokens - ids.length;
    return Math.max(0, Math.min(request.settings().tokensMax() - tokens, context));
  }

  private Passage begin(TokenMask mask, List<String> stops) {
    int[] ids = ids();
    if (passages == 0) {
      promptTokens = ids.length;
    }
    long seed = request.settings().seed() + passages;
    passages++;
    return new Passage(model, ids, room(ids), sampling, seed, mask, stops, written.length() > 0);
  }

  private Stop end(Passage passage, Generated outcome) {
    written.append(passage.text());
    tokens += passage.tokens();
    totalMillis += outcome.figures().totalMillis();
    if (passages == 1) {
      cachedTokens = outcome.cachedTokens();
      firstTokenMillis = outcome.firstTokenMillis();
    }
    if (passage.stopped()) {
      return Stop.FINISHED;
    }
    StopReason why = outcome.stopReason();
    return switch (why) {
      case CANCELLED -> Stop.CANCELLED;
      case LONG_ENOUGH, CONTEXT_FULL -> Stop.LENGTH;
      default -> Stop.FINISHED;
    };
  }

  private ChatReply reply(Stop stop) {
    return new ChatReply(
        text.toString(),
        made,
        stop,
        promptTokens,
        Math.min(cachedTokens, promptTokens),
        tokens,
        new ChatReply.Timings(firstTokenMillis, totalMillis));
  }
}
