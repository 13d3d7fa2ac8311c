package anima.brain.memory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How well each text of a small collection fits a query: Okapi BM25 (Robertson and Zaragoza, 2009)
 * with its usual constants k1 = 1.2 and b = 0.75.
 */
final class Relevance {
  private static final double K1 = 1.2;
  private static final double B = 0.75;

  private final List<List<String>> texts;
  private final Map<String, Integer> textsWith = new HashMap<>();
  private final double lengthMean;

  Relevance(List<String> collection) {
    texts = collection.stream().map(Words::of).toList();
    for (List<String> terms : texts) {
      terms.stream().distinct().forEach(term -> textsWith.merge(term, 1, Integer::sum));
    }
    lengthMean = texts.stream().mapToInt(List::size).average().orElse(0);
  }

  /** Score of the text at {@code index}; 0 when it shares no term with the query. */
  double score(int index, String query) {
    List<String> terms = texts.get(index);
    double sum = 0;
    for (String term : Words.of(query).stream().distinct().toList()) {
      long times = terms.stream().filter(term::equals).count();
      if (times > 0) {
        double norm = K1 * (1 - B + B * terms.size() / lengthMean);
        sum += rarity(term) * times * (K1 + 1) / (times + norm);
      }
    }
    return sum;
  }

  private double rarity(String term) {
    int with = textsWith.getOrDefault(term, 0);
    return Math.log(1 + (texts.size() - with + 0.5) / (with + 0.5));
  }
}
