package anima.brain.llm.grammar;

import anima.brain.llm.text.TokenBytes;
import com.google.gson.JsonParser;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/**
 * Prints what a mask costs in processor time, to be seen beside a decode step. Run by hand: {@code
 * mvn -pl npc-brain test-compile exec:java -Dexec.classpathScope=test
 * -Dexec.mainClass=anima.brain.llm.grammar.GrammarBenchmark}.
 */
final class GrammarBenchmark {
  private static final int TEXTS = 40;
  private static final int WARMUP_TEXTS = 20;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final String SCHEMA =
      """
      {"type":"object","properties":{
        "do":{"type":"array","maxItems":2,"items":{"anyOf":[
          {"type":"object","properties":{"intent":{"const":"buy"},
            "item":{"enum":["apple","bread","fish","rope","lantern"]},
            "count":{"type":"integer","minimum":1,"maximum":999}},"required":["intent","item"]},
          {"type":"object","properties":{"intent":{"const":"where_place"},
            "place":{"type":"string","maxLength":40}},"required":["intent","place"]},
          {"type":"object","properties":{"intent":{"enum":["greet","farewell","thanks","weather"]}},
            "required":["intent"]}]}},
        "feel":{"enum":["calm","glad","sad","angry"]},
        "say":{"type":"string","minLength":1,"maxLength":400,"x-text":"sentences"}},
       "required":["do","feel","say"]}
      """;

  private GrammarBenchmark() {}

  public static void main(String[] arguments) throws Exception {
    for (int size : new int[] {49_152, 151_936}) {
      measure(LikelyVocabulary.of(size));
    }
  }

  private static void measure(TokenBytes bytes) throws GrammarException {
    long begin = THREADS.getCurrentThreadCpuTime();
    TokenTrie trie = TokenTrie.of(bytes);
    PrintStream out = System.out;
    out.printf(
        Locale.ROOT,
        "%,d tokens: sorted in %.0f ms, %,d nodes%n",
        bytes.size(),
        millis(begin),
        trie.all().nodes().count());
    for (boolean fresh : new boolean[] {true, false}) {
      double[] micros = new double[0];
      Random random = new Random(1);
      Grammar grammar = grammar();
      for (int text = 0; text < WARMUP_TEXTS + TEXTS; text++) {
        grammar = fresh ? grammar() : grammar;
        double[] more = write(grammar, trie, bytes.size() - 1, random);
        if (text >= WARMUP_TEXTS) {
          int length = micros.length;
          micros = Arrays.copyOf(micros, length + more.length);
          System.arraycopy(more, 0, micros, length, more.length);
        }
      }
      Arrays.sort(micros);
      out.printf(
          Locale.ROOT,
          "  %s grammar: mean %.0f µs, p50 %.1f µs, p99 %.0f µs, max %.0f µs of %,d masks%n",
          fresh ? "fresh" : "known",
          Arrays.stream(micros).average().orElse(0),
          micros[micros.length / 2],
          micros[micros.length * 99 / 100],
          micros[micros.length - 1],
          micros.length);
    }
  }

  private static Grammar grammar() throws GrammarException {
    return JsonGrammar.of(JsonParser.parseString(SCHEMA).getAsJsonObject());
  }

  private static double[] write(Grammar grammar, TokenTrie trie, int end, Random random)
      throws GrammarException {
    double[] micros = new double[400];
    GrammarMask mask = grammar.newMask(trie, Set.of(end));
    int count = 0;
    while (count < micros.length) {
      long begin = THREADS.getCurrentThreadCpuTime();
      BitSet allowed = mask.allowed().orElseThrow();
      micros[count++] = 1000 * millis(begin);
      int token = allowed.nextSetBit(random.nextInt(end));
      token = token < 0 ? allowed.nextSetBit(0) : token;
      if (token == end) {
        break;
      }
      mask.accept(token);
    }
    return Arrays.copyOf(micros, count);
  }

  private static double millis(long beginNanos) {
    return (THREADS.getCurrentThreadCpuTime() - beginNanos) / 1e6;
  }
}
