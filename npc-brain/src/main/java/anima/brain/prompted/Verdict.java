package anima.brain.prompted;

import anima.brain.language.Judge;
import anima.brain.language.Judge.Judgement;
import anima.brain.language.Situation;
import anima.brain.language.SpokenNumbers;
import anima.brain.language.Step;
import anima.world.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the rules made of an answer, and whose words are said about it. Immutable. */
record Verdict(Judge judge, Situation situation, List<Judgement> judgements, boolean asWished) {
  /** Outcomes that a model can know from what it was told, and speak of in its own words. */
  private static final Set<String> FORESEEN = Set.of("ok", "known", "some");

  /**
   * Intents whose words carry what only the rules compute: whether a bargain is accepted, a meaning
   * in the other language, the words of before.
   */
  private static final Set<String> COMPUTED =
      Set.of("haggle", "compare", "teach_word", "translate", "repeat");

  /** Intents whose words must tell the price, and no other figures than those of the ware. */
  private static final Set<String> PRICED = Set.of("ask_price", "buy");

  Verdict {
    judgements = List.copyOf(judgements);
  }

  static Verdict of(Judge judge, Situation situation, Answer answer, Random random) {
    List<Judgement> judgements = new ArrayList<>();
    boolean asWished = true;
    for (Answer.Wish wish : answer.wishes()) {
      Judgement judgement = judge.judge(situation, wish.intent(), wish.arguments(), random);
      asWished &= judgement.step().intent().equals(wish.intent());
      judgements.add(judgement);
    }
    return new Verdict(judge, situation, judgements, asWished);
  }

  List<Step> steps() {
    return judgements.stream().map(Judgement::step).toList();
  }

  /**
   * The model's own words, where the rules came to what it could foresee and it says no number that
   * nobody told.
   *
   * @param told the prompt
   */
  Optional<String> own(String told, String words) {
    boolean foreseen =
        asWished
            && steps().stream()
                .allMatch(
                    step -> FORESEEN.contains(step.outcome()) && !COMPUTED.contains(step.intent()));
    if (!foreseen) {
      return Optional.empty();
    }
    String name = situation.self().name().in(situation.language());
    List<Step> priced = steps().stream().filter(step -> PRICED.contains(step.intent())).toList();
    if (priced.isEmpty()) {
      return Spoken.fit(words, name, situation.language(), SpokenNumbers.of(told));
    }
    Set<Long> figures = new TreeSet<>();
    priced.forEach(step -> figures.addAll(judge.figures(situation, step)));
    Set<Long> heard = new TreeSet<>(SpokenNumbers.of(situation.text()));
    heard.addAll(figures);
    return Spoken.fit(words, name, situation.language(), heard)
        .filter(said -> SpokenNumbers.of(said).stream().anyMatch(figures::contains));
  }

  /** The written words for all steps. */
  String written() {
    String glue = situation.language() == Language.ZH ? "" : " ";
    return judgements.stream().map(Judgement::say).collect(Collectors.joining(glue)).strip();
  }

  String why() {
    return steps().stream()
        .map(step -> "\nruled: " + step.intent() + ": " + step.outcome())
        .collect(Collectors.joining());
  }
}
