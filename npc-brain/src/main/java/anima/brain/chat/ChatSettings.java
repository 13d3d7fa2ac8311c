package anima.brain.chat;

import java.util.List;

/**
 * How an answer is made.
 *
 * @param tokensMax most tokens of the answer
 * @param temperature 0 always takes the likeliest token
 * @param topP chooses among the likeliest tokens that together reach this probability; 1 among all
 * @param seed equal requests with equal seeds give equal answers, where the model can promise it
 * @param stop texts that end the answer, itself without them
 */
public record ChatSettings(
    int tokensMax, double temperature, double topP, long seed, List<String> stop) {
  /** Longest answer anyone may ask for. */
  public static final int TOKENS_MAX = 1 << 20;

  public static final double TEMPERATURE_MAX = 2;

  /** Most stop texts. */
  public static final int STOPS_MAX = 16;

  /** Longest stop text, in UTF-16 units. */
  public static final int STOP_LENGTH_MAX = 256;

  public ChatSettings {
    if (tokensMax < 1 || tokensMax > TOKENS_MAX) {
      throw new IllegalArgumentException("the most tokens must be 1 to " + TOKENS_MAX);
    }
    if (!(temperature >= 0 && temperature <= TEMPERATURE_MAX)) {
      throw new IllegalArgumentException("the temperature must be 0 to " + TEMPERATURE_MAX);
    }
    if (!(topP > 0 && topP <= 1)) {
      throw new IllegalArgumentException("top p must be above 0 and at most 1");
    }
    stop = List.copyOf(stop);
    if (stop.size() > STOPS_MAX) {
      throw new IllegalArgumentException("more than " + STOPS_MAX + " stop texts");
    }
    for (String text : stop) {
      if (text.isEmpty() || text.length() > STOP_LENGTH_MAX) {
        throw new IllegalArgumentException(
            "a stop text must have 1 to " + STOP_LENGTH_MAX + " characters");
      }
    }
  }

  /** Varied but sensible answers of so many tokens at most. */
  public static ChatSettings of(int tokensMax, long seed) {
    return new ChatSettings(tokensMax, 0.7, 0.95, seed, List.of());
  }

  /** Always the likeliest answer. */
  public static ChatSettings greedy(int tokensMax) {
    return new ChatSettings(tokensMax, 0, 1, 0, List.of());
  }
}
