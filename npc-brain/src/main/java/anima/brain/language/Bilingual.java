package anima.brain.language;

import anima.world.Label;
import anima.world.Language;
import java.util.Optional;
import java.util.stream.Stream;

/** The only dictionary that a mind has: names of known things in the other language. */
final class Bilingual {
  private Bilingual() {}

  /** What a known thing is called in the language that is not spoken. */
  static Optional<String> meaning(Situation situation, Optional<Argument> word) {
    Language other = situation.language() == Language.EN ? Language.ZH : Language.EN;
    return word.flatMap(Argument::key)
        .flatMap(key -> label(situation, key))
        .map(label -> label.in(other));
  }

  private static Optional<Label> label(Situation situation, String key) {
    Stream<Label> goods =
        situation.goods().stream()
            .filter(kind -> kind.id().value().equals(key))
            .map(kind -> kind.name());
    Stream<Label> places =
        situation.places().stream().filter(place -> place.key().equals(key)).map(KnownPlace::name);
    return Stream.concat(goods, places).findFirst();
  }
}
