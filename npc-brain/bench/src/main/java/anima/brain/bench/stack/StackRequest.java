package anima.brain.bench.stack;

import java.util.Locale;

/**
 * What a stack is asked to do, as one line of text.
 *
 * @param first characters of DECODE, tokens of PREFILL and LOGITS, remembered tokens of WARM
 * @param second context of DECODE, added tokens of WARM
 * @param third steps of DECODE
 */
public record StackRequest(Kind kind, int first, int second, int third) {
  /** The most of anything that may be asked for. */
  private static final int NUMBER_MAX = 4096;

  /** Each names the method of the stack that it calls. */
  public enum Kind {
    DECODE,
    PREFILL,
    WARM,
    LOGITS
  }

  public StackRequest {
    for (int number : new int[] {first, second, third}) {
      if (number < 0 || number > NUMBER_MAX) {
        throw new IllegalArgumentException("not 0 to " + NUMBER_MAX + ": " + number);
      }
    }
  }

  public static StackRequest decode(int characters, int context, int steps) {
    return new StackRequest(Kind.DECODE, characters, context, steps);
  }

  public static StackRequest prefill(int tokens) {
    return new StackRequest(Kind.PREFILL, tokens, 0, 0);
  }

  public static StackRequest warm(int remembered, int added) {
    return new StackRequest(Kind.WARM, remembered, added, 0);
  }

  public static StackRequest logits(int tokens) {
    return new StackRequest(Kind.LOGITS, tokens, 0, 0);
  }

  /** Reads a line that {@link #line} wrote. */
  public static StackRequest parse(String line) {
    String[] words = line.strip().split(" ", -1);
    if (words.length != 4) {
      throw new IllegalArgumentException("no request: " + line);
    }
    return new StackRequest(
        Kind.valueOf(words[0].toUpperCase(Locale.ROOT)),
        Integer.parseInt(words[1]),
        Integer.parseInt(words[2]),
        Integer.parseInt(words[3]));
  }

  public String line() {
    return "%s %d %d %d".formatted(kind.name().toLowerCase(Locale.ROOT), first, second, third);
  }
}
