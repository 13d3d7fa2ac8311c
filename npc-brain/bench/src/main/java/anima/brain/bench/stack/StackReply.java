package anima.brain.bench.stack;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a stack answers, as one line of text: a mark and JSON, because the natives may write to the
 * same stream. Exactly one of its fields is set.
 *
 * @param ready what runs, once the model is loaded
 * @param seconds of what was asked for
 * @param logits empty when the stack gives none
 * @param failed why there is no answer
 */
public record StackReply(
    @Nullable String ready,
    @Nullable Double seconds,
    @Nullable List<Float> logits,
    @Nullable String failed) {
  private static final String MARK = "anima-bench ";
  private static final int REASON_LENGTH_MAX = 300;

  public static StackReply ready(String description) {
    return new StackReply(description, null, null, null);
  }

  public static StackReply seconds(double seconds) {
    return new StackReply(null, seconds, null, null);
  }

  public static StackReply logits(float... values) {
    List<Float> logits = new ArrayList<>(values.length);
    for (float value : values) {
      logits.add(value);
    }
    return new StackReply(null, null, logits, null);
  }

  /** Anything may be thrown by natives; what a person can use of it is its message. */
  public static StackReply failed(Throwable cause) {
    String message = cause.getMessage();
    String text = message == null ? cause.getClass().getSimpleName() : message;
    String line = text.replaceAll("\\s+", " ");
    return new StackReply(
        null, null, null, line.substring(0, Math.min(line.length(), REASON_LENGTH_MAX)));
  }

  /** The reply in a line, empty when the line is something else. */
  public static Optional<StackReply> parse(String line) {
    if (!line.startsWith(MARK)) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(
          new Gson().fromJson(line.substring(MARK.length()), StackReply.class));
    } catch (JsonParseException e) {
      return Optional.empty();
    }
  }

  public String line() {
    return MARK + new Gson().toJson(this);
  }
}
