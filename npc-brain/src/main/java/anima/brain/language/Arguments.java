package anima.brain.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Turns what the model pointed at into words and keys. */
final class Arguments {
  private final Situation situation;
  private final List<Piece> pieces;

  Arguments(Situation situation, List<Piece> pieces) {
    this.situation = situation;
    this.pieces = pieces;
  }

  Map<String, Argument> of(Understood step) {
    Map<String, Argument> arguments = new HashMap<>();
    step.fillers().forEach((role, filler) -> arguments.put(role.key(), argument(filler)));
    return arguments;
  }

  private Argument argument(Filler filler) {
    return filler.accept(
        new Filler.Handler<Argument>() {
          @Override
          public Argument linked(Filler.Linked linked) {
            String heard = heard(linked).orElseGet(() -> name(linked));
            boolean known = linked.kind() != SlotKind.WORD;
            return new Argument(heard, known ? Optional.of(linked.key()) : Optional.empty());
          }

          @Override
          public Argument copied(Filler.Copied copied) {
            return new Argument(text(copied), onlyLink(copied));
          }
        });
  }

  /** The words of the utterance that were linked; empty for what the turn before spoke of. */
  private Optional<String> heard(Filler.Linked linked) {
    return pieces.stream()
        .filter(p -> p.kind().equals(Optional.of(linked.kind())) && p.key().equals(linked.key()))
        .findFirst()
        .map(piece -> situation.text().substring(piece.start(), piece.end()));
  }

  private String text(Filler.Copied copied) {
    int start = pieces.get(copied.from()).start();
    int end = pieces.get(copied.to() - 1).end();
    return situation.text().substring(start, end);
  }

  /** The key of the one thing that was linked inside a quote, as in "my lantern". */
  private Optional<String> onlyLink(Filler.Copied copied) {
    List<String> keys = new ArrayList<>();
    for (Piece piece : pieces.subList(copied.from(), copied.to())) {
      piece.kind().filter(kind -> kind != SlotKind.WORD).ifPresent(kind -> keys.add(piece.key()));
    }
    return keys.size() == 1 ? Optional.of(keys.get(0)) : Optional.empty();
  }

  private String name(Filler.Linked linked) {
    Stream<String> name =
        switch (linked.kind()) {
          case PLACE ->
              situation.places().stream()
                  .filter(place -> place.key().equals(linked.key()))
                  .map(place -> place.name().in(situation.language()));
          case ITEM ->
              situation.goods().stream()
                  .filter(goods -> goods.id().value().equals(linked.key()))
                  .map(goods -> goods.name().in(situation.language()));
          case PERSON ->
              situation.people().stream()
                  .filter(person -> person.key().equals(linked.key()))
                  .map(person -> person.name().in(situation.language()));
          case NUMBER, WORD -> Stream.empty();
        };
    return name.findFirst().orElse(linked.key());
  }
}
