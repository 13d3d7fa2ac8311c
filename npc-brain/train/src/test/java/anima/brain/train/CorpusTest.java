package anima.brain.train;

import static org.assertj.core.api.Assertions.assertThat;

import anima.brain.language.AnswerGrammar;
import org.junit.jupiter.api.Test;

/** Examples: the same for a seed, and within the grammar. */
final class CorpusTest {
  private static final Workshop WORKSHOP = Workshop.open();

  @Test
  void an_example_is_a_function_of_seed_and_index() {
    Corpus one = WORKSHOP.corpus(WORKSHOP.book().training(), 1, 7);
    Corpus other = WORKSHOP.corpus(WORKSHOP.book().training(), 1, 7);
    other.example(99_000);
    for (int i = 0; i < 50; i++) {
      assertThat(other.example(i).prompt()).isEqualTo(one.example(i).prompt());
      assertThat(other.example(i).answer()).isEqualTo(one.example(i).answer());
    }
  }

  @Test
  void every_answer_lies_within_the_grammar_and_the_vocabulary() {
    Corpus corpus = WORKSHOP.corpus(WORKSHOP.book().training(), 1, 7);
    for (int i = 0; i < 1500; i++) {
      Example example = corpus.example(i);
      AnswerGrammar grammar =
          new AnswerGrammar(WORKSHOP.catalogue(), example.pieces(), example.slots());
      example.answer().forEach(grammar::accept);
      assertThat(grammar.ended()).isTrue();
      assertThat(grammar.steps()).as(example.text()).hasSameSizeAs(example.gold());
      assertThat(example.prompt()).allMatch(WORKSHOP.vocabulary()::has);
    }
  }
}
