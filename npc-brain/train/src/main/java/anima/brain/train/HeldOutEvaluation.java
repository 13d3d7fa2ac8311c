package anima.brain.train;

import anima.brain.language.AnswerGrammar;
import anima.brain.language.AnswerWriter;
import anima.brain.language.IntentCatalogue;
import anima.brain.language.Understood;
import anima.world.Language;
import java.io.PrintStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Answers examples made of held-out phrases and counts what is right. */
final class HeldOutEvaluation {
  private final IntentCatalogue catalogue;
  private final AnswerWriter writer;

  HeldOutEvaluation(IntentCatalogue catalogue, AnswerWriter writer) {
    this.catalogue = catalogue;
    this.writer = writer;
  }

  /** Prints the scores of the first {@code count} examples, and the mistakes where wanted. */
  void run(Corpus corpus, int count, boolean mistakes, PrintStream out) {
    Map<Language, Score> single = new EnumMap<>(Language.class);
    Map<Language, Score> pairs = new EnumMap<>(Language.class);
    Map<String, Integer> confusions = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      Example example = corpus.example(i);
      List<Understood> answer = answer(example);
      boolean intents = intents(answer).equals(intents(example.gold()));
      boolean whole = answer.equals(example.gold());
      boolean pair = example.phrase().equals("two_things");
      (pair ? pairs : single)
          .computeIfAbsent(example.language(), l -> new Score())
          .count(intents, whole);
      if (!intents) {
        confusions.merge(intents(example.gold()) + " as " + intents(answer), 1, Integer::sum);
      }
      if (mistakes && !whole) {
        out.println(example.text() + "\n    want " + example.gold() + "\n    have " + answer);
      }
    }
    single.forEach((language, score) -> out.println("held out, " + language + ": " + score));
    pairs.forEach(
        (language, score) -> out.println("held out, two at once, " + language + ": " + score));
    confusions.entrySet().stream()
        .filter(entry -> entry.getValue() > 2)
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .forEach(entry -> out.println("  " + entry.getValue() + " " + entry.getKey()));
  }

  private List<Understood> answer(Example example) {
    AnswerGrammar grammar = new AnswerGrammar(catalogue, example.pieces(), example.slots());
    AnswerWriter.Written unused =
        writer.write(grammar, example.prompt(), example.pieces(), example.language(), () -> false);
    return grammar.steps();
  }

  private static List<String> intents(List<Understood> steps) {
    return steps.stream().map(Understood::intent).toList();
  }
}
