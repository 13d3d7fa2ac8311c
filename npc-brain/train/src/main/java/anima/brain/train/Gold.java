package anima.brain.train;

import anima.brain.language.Filler;
import anima.brain.language.Intent;
import anima.brain.language.Piece;
import anima.brain.language.Role;
import anima.brain.language.SlotKind;
import anima.brain.language.Understood;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns the known places of arguments in a text into what the model is to answer. */
final class Gold {
  /** Roles that one slot fills even where other words stand around it. */
  private static final Set<Role> OF_ONE_SLOT = EnumSet.range(Role.PLACE, Role.PRICE);

  private Gold() {}

  static Understood understood(Intent intent, Map<Role, Utterance.Span> spans, List<Piece> pieces) {
    Map<Role, Filler> fillers = new EnumMap<>(Role.class);
    spans.forEach(
        (role, span) -> {
          if (intent.roles().contains(role)) {
            filler(role, span, pieces).ifPresent(filler -> fillers.put(role, filler));
          }
        });
    return new Understood(intent.name(), fillers);
  }

  private static Optional<Filler> filler(Role role, Utterance.Span span, List<Piece> pieces) {
    int from = 0;
    while (from < pieces.size() && pieces.get(from).end() <= span.start()) {
      from++;
    }
    int to = from;
    while (to < pieces.size() && pieces.get(to).start() < span.end()) {
      to++;
    }
    if (from == to) {
      return Optional.empty();
    }
    List<Piece> linked =
        pieces.subList(from, to).stream()
            .filter(piece -> piece.kind().map(role::takes).orElse(false))
            .toList();
    boolean slot = linked.size() == 1 && (to - from == 1 || only(role, linked.get(0)));
    return Optional.of(slot ? slot(linked.get(0)) : new Filler.Copied(from, to));
  }

  private static boolean only(Role role, Piece piece) {
    return OF_ONE_SLOT.contains(role) && piece.kind().orElse(SlotKind.WORD) != SlotKind.WORD;
  }

  private static Filler slot(Piece piece) {
    return new Filler.Linked(piece.kind().orElse(SlotKind.WORD), piece.key());
  }
}
