package anima.brain.language;

import anima.world.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The text form that the embedded model reads and writes, tokens separated by spaces in its golden
 * files:
 *
 * <pre>{@code
 * <en> @where_place =place <l4> <you> and the <l7> ? <say> @where_place =place <l7> <end>
 * }</pre>
 *
 * Language, what was understood the turn before, the utterance with its slots; then the answer:
 * intents with their arguments, slots or quoted words of the utterance.
 */
public final class Layout {
  private Layout() {}

  public static List<String> prompt(
      Language language, List<Understood> before, List<Piece> pieces, Slots slots) {
    List<String> tokens = new ArrayList<>();
    tokens.add("<" + language.code() + ">");
    for (Understood step : before) {
      tokens.add("@" + step.intent());
      for (Map.Entry<Role, Filler> filler : step.ordered().entrySet()) {
        if (filler.getValue() instanceof Filler.Linked linked) {
          tokens.add(filler.getKey().token());
          tokens.add(slots.token(linked.kind(), linked.key()));
        }
      }
    }
    tokens.add(Vocabulary.HEARD);
    for (Piece piece : pieces) {
      tokens.add(token(piece, slots));
    }
    tokens.add(Vocabulary.ANSWER);
    return tokens;
  }

  public static List<String> answer(List<Understood> steps, List<Piece> pieces, Slots slots) {
    List<String> tokens = new ArrayList<>();
    for (Understood step : steps) {
      tokens.add("@" + step.intent());
      for (Map.Entry<Role, Filler> filler : step.ordered().entrySet()) {
        tokens.add(filler.getKey().token());
        tokens.addAll(
            filler
                .getValue()
                .accept(
                    new Filler.Handler<List<String>>() {
                      @Override
                      public List<String> linked(Filler.Linked linked) {
                        return List.of(slots.token(linked.kind(), linked.key()));
                      }

                      @Override
                      public List<String> copied(Filler.Copied copied) {
                        return quoted(copied, pieces, slots);
                      }
                    }));
      }
    }
    tokens.add(Vocabulary.END);
    return tokens;
  }

  static String token(Piece piece, Slots slots) {
    return piece.kind().map(kind -> slots.token(kind, piece.key())).orElse(piece.key());
  }

  private static List<String> quoted(Filler.Copied copied, List<Piece> pieces, Slots slots) {
    List<String> tokens = new ArrayList<>();
    tokens.add(Vocabulary.QUOTE);
    for (Piece piece : pieces.subList(copied.from(), copied.to())) {
      tokens.add(token(piece, slots));
    }
    tokens.add(Vocabulary.UNQUOTE);
    return tokens;
  }
}
