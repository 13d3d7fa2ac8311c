package anima.brain.chat.remote;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Where a model runs and how patiently to ask it.
 *
 * @param base address of the server up to {@code /v1}
 * @param model its name there
 * @param apiKey sent with each request; never part of any text of ours
 * @param connectTime longest wait for a connection
 * @param silenceTime longest wait for the next piece of an answer; a long prompt is read in silence
 * @param answerBytesMax largest answer taken
 * @param tries how often to ask a server that is too busy
 * @param backOff wait before the second try, doubled for each further one
 */
public record RemoteOptions(
    URI base,
    String model,
    Optional<String> apiKey,
    Duration connectTime,
    Duration silenceTime,
    long answerBytesMax,
    int tries,
    Duration backOff) {
  /** Longest wait between two tries, whatever the server asks for. */
  public static final Duration BACK_OFF_MAX = Duration.ofSeconds(30);

  private static final int TRIES_MAX = 10;
  private static final int NAME_LENGTH_MAX = 256;
  private static final long ANSWER_BYTES_MAX = 1 << 26;
  private static final Duration TIME_MAX = Duration.ofHours(1);

  public RemoteOptions {
    String scheme = base.getScheme();
    if (base.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
      throw new IllegalArgumentException(
          "the address of a model's server must begin with http:// or https:// and name a host");
    }
    if (base.getUserInfo() != null || base.getQuery() != null || base.getFragment() != null) {
      throw new IllegalArgumentException(
          "the address of a model's server must end behind its path, as in http://host:8080/v1");
    }
    if (model.length() > NAME_LENGTH_MAX) {
      throw new IllegalArgumentException(
          "the name of a model must have at most " + NAME_LENGTH_MAX + " characters");
    }
    if (apiKey.isPresent() && !apiKey.get().matches("[\\x21-\\x7e]{1,1024}")) {
      throw new IllegalArgumentException(
          "an API key must have 1 to 1024 visible ASCII characters and no blanks");
    }
    checkTime("connectTime", connectTime);
    checkTime("silenceTime", silenceTime);
    checkTime("backOff", backOff);
    if (answerBytesMax < 1 || answerBytesMax > ANSWER_BYTES_MAX) {
      throw new IllegalArgumentException("answerBytesMax must be 1 to " + ANSWER_BYTES_MAX);
    }
    if (tries < 1 || tries > TRIES_MAX) {
      throw new IllegalArgumentException("tries must be 1 to " + TRIES_MAX + ": " + tries);
    }
  }

  private static void checkTime(String name, Duration time) {
    if (time.isNegative() || time.isZero() || time.compareTo(TIME_MAX) > 0) {
      throw new IllegalArgumentException(name + " must be above 0 and at most " + TIME_MAX);
    }
  }

  /** A server asked with patience for an answer of ordinary length. */
  public static RemoteOptions of(URI base, String model) {
    return new RemoteOptions(
        base,
        model,
        Optional.empty(),
        Duration.ofSeconds(10),
        Duration.ofSeconds(120),
        ANSWER_BYTES_MAX / 4,
        4,
        Duration.ofMillis(500));
  }

  /** The key that a person has set for Anima, or else for programs of this kind. */
  public static Optional<String> keyOf(Map<String, String> environment) {
    return Optional.ofNullable(environment.get("ANIMA_API_KEY"))
        .or(() -> Optional.ofNullable(environment.get("OPENAI_API_KEY")))
        .map(String::strip)
        .filter(key -> !key.isEmpty());
  }

  public RemoteOptions withApiKey(Optional<String> key) {
    return new RemoteOptions(
        base, model, key, connectTime, silenceTime, answerBytesMax, tries, backOff);
  }

  public RemoteOptions withSilenceTime(Duration time) {
    return new RemoteOptions(
        base, model, apiKey, connectTime, time, answerBytesMax, tries, backOff);
  }

  public RemoteOptions withAnswerBytesMax(long bytes) {
    return new RemoteOptions(base, model, apiKey, connectTime, silenceTime, bytes, tries, backOff);
  }

  public RemoteOptions withBackOff(int newTries, Duration time) {
    return new RemoteOptions(
        base, model, apiKey, connectTime, silenceTime, answerBytesMax, newTries, time);
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "RemoteOptions[" + base + ", " + model + (apiKey.isPresent() ? ", with a key]" : "]");
  }
}
