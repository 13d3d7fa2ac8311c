package anima.client.cli.model;

import anima.brain.llm.model.ModelException;
import anima.brain.store.StoreException;
import anima.client.local.FailureException;
import anima.world.Language;

/** The language in which a command speaks. */
record Words(Language language) {
  /** One of two wordings. */
  String say(String english, String chinese) {
    return language == Language.ZH ? chinese : english;
  }

  FailureException failure(StoreException cause) {
    return failure(cause.in(language), cause);
  }

  FailureException failure(ModelException cause) {
    return failure(cause.in(language), cause);
  }

  private static FailureException failure(String sentence, Exception cause) {
    FailureException failure = new FailureException(sentence);
    failure.initCause(cause);
    return failure;
  }
}
