package anima.client.local;

import anima.brain.language.Argument;
import anima.brain.language.Decider;
import anima.brain.language.Decision;
import anima.brain.language.KnownPlace;
import anima.brain.language.Situation;
import anima.brain.language.Step;
import anima.world.Language;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A test double of the model that knows a few English and Chinese words. */
public final class KeywordDecider implements Decider {
  @Override
  public Decision decide(Situation situation, long seed, BooleanSupplier cancelled) {
    String text = situation.text().toLowerCase(Locale.ROOT);
    boolean zh = situation.language() == Language.ZH;
    Optional<KnownPlace> place =
        situation.places().stream()
            .filter(
                it ->
                    text.contains(it.name().en().toLowerCase(Locale.ROOT))
                        || text.contains(it.name().zh()))
            .findFirst();
    if (text.contains("follow") || text.contains("跟我来")) {
      return decision("follow", "ok", Map.of(), zh ? "好的。" : "With pleasure.");
    }
    if (text.contains("stop")) {
      return decision("wait", "ok", Map.of(), "I stay.");
    }
    if (text.contains("rope")) {
      return decision("buy", "ok", Map.of("item", linked("rope")), "Here is your rope.");
    }
    if (place.isPresent()) {
      return decision(
          "where_place",
          "known",
          Map.of("place", linked(place.get().key())),
          zh ? "我指给你看。" : "I will show you. It is not far.");
    }
    return decision("greet", "ok", Map.of(), zh ? "你好。" : "Good day to you.");
  }

  private static Argument linked(String key) {
    return new Argument(key, Optional.of(key));
  }

  private static Decision decision(
      String intent, String outcome, Map<String, Argument> arguments, String say) {
    return new Decision(List.of(new Step(intent, outcome, arguments)), say, "keyword", 1, 0);
  }
}
