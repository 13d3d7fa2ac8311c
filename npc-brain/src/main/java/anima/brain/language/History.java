package anima.brain.language;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the model is told of the turn before: its steps, as far as they can be named by slots. */
final class History {
  private History() {}

  static List<Understood> of(List<Turn> turns) {
    if (turns.isEmpty()) {
      return List.of();
    }
    List<Step> steps = turns.get(turns.size() - 1).steps();
    // Training has seen one step before; of two the later is what people refer to.
    return steps.isEmpty() ? List.of() : List.of(understood(steps.get(steps.size() - 1)));
  }

  private static Understood understood(Step step) {
    Map<Role, Filler> fillers = new EnumMap<>(Role.class);
    for (Role role : List.of(Role.PLACE, Role.ITEM, Role.PERSON)) {
      Optional.ofNullable(step.arguments().get(role.key()))
          .ifPresent(argument -> fillers.put(role, filler(role, argument)));
    }
    return new Understood(step.intent(), fillers);
  }

  private static Filler filler(Role role, Argument argument) {
    SlotKind kind =
        switch (role) {
          case PLACE -> SlotKind.PLACE;
          case ITEM -> SlotKind.ITEM;
          default -> SlotKind.PERSON;
        };
    return argument
        .key()
        .map(key -> new Filler.Linked(kind, key))
        .orElseGet(() -> new Filler.Linked(SlotKind.WORD, argument.text()));
  }
}
