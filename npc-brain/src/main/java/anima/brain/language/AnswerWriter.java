package anima.brain.language;

import anima.world.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Lets a model write the likeliest answer within the grammar, token by token; on the first intent
 * it is advised by a table of hints. Owned by one thread, as the model's sequence is.
 */
public final class AnswerWriter {
  /** What the table's opinion weighs beside the model's; found on the held-out phrases. */
  private static final double HINT_WEIGHT = 0.8;

  private final Vocabulary vocabulary;
  private final TokenModel model;
  private final Optional<HintTable> hints;

  public AnswerWriter(Vocabulary vocabulary, TokenModel model, Optional<HintTable> hints) {
    this.vocabulary = vocabulary;
    this.model = model;
    this.hints = hints;
  }

  /**
   * What was written.
   *
   * @param firstTokenNanos {@link System#nanoTime} when the first token stood
   */
  public record Written(List<String> tokens, long firstTokenNanos) {
    public Written {
      tokens = List.copyOf(tokens);
    }
  }

  /**
   * Writes until the grammar ends.
   *
   * @throws CancellationException when {@code cancelled} between tokens
   */
  public Written write(
      AnswerGrammar grammar,
      List<String> prompt,
      List<Piece> pieces,
      Language language,
      BooleanSupplier cancelled) {
    model.truncate(0);
    float[] logits = model.prefill(vocabulary.ids(prompt));
    String token = best(advised(grammar.allowed(), logits, pieces, language));
    long first = System.nanoTime();
    List<String> tokens = new ArrayList<>();
    while (true) {
      grammar.accept(token);
      tokens.add(token);
      if (grammar.ended()) {
        return new Written(tokens, first);
      }
      if (cancelled.getAsBoolean()) {
        throw new CancellationException("the decision was given up");
      }
      token = best(scores(grammar.allowed(), model.prefill(vocabulary.id(token))));
    }
  }

  private Map<String, Double> scores(Set<String> allowed, float[] logits) {
    Map<String, Double> scores = new HashMap<>();
    for (String token : allowed) {
      scores.put(token, (double) logits[vocabulary.id(token)]);
    }
    return scores;
  }

  private Map<String, Double> advised(
      Set<String> allowed, float[] logits, List<Piece> pieces, Language language) {
    Map<String, Double> scores = scores(allowed, logits);
    hints.ifPresent(
        table -> {
          double[] advice = table.logLikelihoods(pieces, language.code());
          for (int i = 0; i < advice.length; i++) {
            double weighed = HINT_WEIGHT * advice[i];
            scores.computeIfPresent("@" + table.intents().get(i), (t, s) -> s + weighed);
          }
        });
    return scores;
  }

  /** The highest score; of equal ones the token that sorts first, so that answers repeat. */
  private static String best(Map<String, Double> scores) {
    String best = Vocabulary.END;
    double bestScore = Double.NEGATIVE_INFINITY;
    for (Map.Entry<String, Double> entry : scores.entrySet()) {
      double score = entry.getValue();
      boolean better =
          score > bestScore || (score == bestScore && entry.getKey().compareTo(best) < 0);
      if (better) {
        best = entry.getKey();
        bestScore = score;
      }
    }
    return best;
  }
}
