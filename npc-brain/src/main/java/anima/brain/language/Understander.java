package anima.brain.language;

import anima.world.Language;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;

/** Reads utterances with the embedded model. Owned by one thread. */
final class Understander {
  /** Longer utterances, in pieces, are cut at their end: the model has not learnt longer ones. */
  static final int PIECES_MAX = 80;

  private static final double NANOS_PER_MILLI = 1e6;

  private final IntentCatalogue catalogue;
  private final Linker linker;
  private final AnswerWriter writer;

  Understander(IntentCatalogue catalogue, Linker linker, AnswerWriter writer) {
    this.catalogue = catalogue;
    this.linker = linker;
    this.writer = writer;
  }

  Reading read(
      Language language,
      String text,
      Knowledge knowledge,
      List<Understood> before,
      long seed,
      BooleanSupplier cancelled) {
    long began = System.nanoTime();
    List<Piece> all = linker.link(text, knowledge);
    List<Piece> pieces = all.subList(0, Math.min(all.size(), PIECES_MAX));
    Slots slots = new Slots(new Random(seed));
    List<String> prompt = Layout.prompt(language, before, pieces, slots);
    AnswerGrammar grammar = new AnswerGrammar(catalogue, pieces, slots);
    AnswerWriter.Written answer = writer.write(grammar, prompt, pieces, language, cancelled);
    return new Reading(
        pieces,
        prompt,
        answer.tokens(),
        grammar.steps(),
        prompt.size() + answer.tokens().size(),
        (answer.firstTokenNanos() - began) / NANOS_PER_MILLI);
  }
}
