package anima.brain.bench.stack;

import java.util.Optional;

/**
 * A way to run a model, measured from outside: every method does its preparation first and times
 * only what it is named after. Owned by one thread.
 */
interface Stack extends AutoCloseable {
  /** Longest sequence that is measured. */
  int CONTEXT_TOKENS = 1024;

  /** Longest sequence of one of many characters. */
  int SHARED_CONTEXT_TOKENS = 256;

  int CHARACTERS_MAX = 16;

  /** What runs here, with its version. */
  String description();

  /**
   * Greedy decoding of several sequences at once.
   *
   * @param characters sequences, at most {@link #CHARACTERS_MAX}
   * @param context tokens of each before
   * @param steps tokens made for each; with the context they must fit in {@link
   *     #SHARED_CONTEXT_TOKENS}, for a single character in {@link #CONTEXT_TOKENS}
   * @return seconds of all steps
   */
  double decodeSeconds(int characters, int context, int steps);

  /** Seconds from an empty cache to the first token behind a prompt. */
  double prefillSeconds(int tokens);

  /** Seconds to the first token behind a prompt whose beginning is remembered from before. */
  double warmSeconds(int remembered, int added);

  /** The logits behind a prompt, where the stack gives them. */
  Optional<float[]> logits(int tokens);

  @Override
  void close();
}
