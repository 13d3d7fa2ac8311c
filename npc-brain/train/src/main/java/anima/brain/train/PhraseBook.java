package anima.brain.train;

import anima.brain.language.Intent;
import anima.brain.language.IntentCatalogue;
import anima.brain.language.ResourceLines;
import anima.world.Language;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;

/**
 * The written phrases, a fixed tenth of them held out: which, a checksum of the words decides, so
 * that punctuation and case cannot carry a held-out phrase into training. Immutable.
 */
final class PhraseBook {
  private static final int PARTS = 10;

  private final List<Template> training = new ArrayList<>();
  private final List<Template> heldOut = new ArrayList<>();

  private PhraseBook() {}

  static PhraseBook load(IntentCatalogue catalogue) {
    PhraseBook book = new PhraseBook();
    for (Language language : Language.values()) {
      for (Intent intent : catalogue.all()) {
        String name = "phrases/" + language.code() + "/" + intent.name() + ".txt";
        for (String line : ResourceLines.read(PhraseBook.class, name)) {
          if (!line.isBlank()) {
            Template template = Template.parse(language, intent.name(), line.strip());
            (isHeldOut(line) ? book.heldOut : book.training).add(template);
          }
        }
      }
    }
    return book;
  }

  /** The words of a phrase, which alone make it the same as another. */
  static String words(String line) {
    return line.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}{}]", "");
  }

  static boolean isHeldOut(String line) {
    CRC32 sum = new CRC32();
    sum.update(words(line).getBytes(StandardCharsets.UTF_8));
    return sum.getValue() % PARTS == 0;
  }

  List<Template> training() {
    return training;
  }

  List<Template> heldOut() {
    return heldOut;
  }
}
