package anima.brain.train;

import anima.brain.language.IntentCatalogue;
import anima.brain.language.Vocabulary;
import java.util.List;

/** What all programs of training share. */
record Workshop(IntentCatalogue catalogue, PhraseBook book, Pools pools, Vocabulary vocabulary) {
  /** Share of known words that are read as unknown ones in training. */
  private static final double UNKNOWN_SHARE = 0.02;

  static Workshop open() {
    IntentCatalogue catalogue = IntentCatalogue.load();
    PhraseBook book = PhraseBook.load(catalogue);
    Pools pools = new Pools();
    Vocabulary vocabulary = VocabularyMaker.make(catalogue, book.training(), pools);
    return new Workshop(catalogue, book, pools, vocabulary);
  }

  /**
   * Examples of some of the phrases.
   *
   * @param noise 1 as in training, 0 for none
   */
  Corpus corpus(List<Template> templates, double noise, long seed) {
    Surfaces surfaces = new Surfaces(pools, book.training());
    UtteranceMaker utterances = new UtteranceMaker(pools, surfaces, new Noise(noise));
    ExampleMaker maker =
        new ExampleMaker(catalogue, vocabulary.linker(), pools, utterances, UNKNOWN_SHARE * noise);
    return new Corpus(maker, templates, seed);
  }
}
