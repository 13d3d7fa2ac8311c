package anima.brain.llm.text.jinja;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A loop over entries, each turn in a scope of its own.
 *
 * @param names what an entry, or its parts, are called
 * @param filter which entries count; all when null
 * @param otherwise what is done when there are none
 */
record Loop(
    List<String> names,
    Expression entries,
    @Nullable Expression filter,
    Statement body,
    @Nullable Statement otherwise)
    implements Statement {

  @Override
  public Flow run(Scope scope, Output output) {
    List<?> kept = kept(scope);
    if (kept.isEmpty() && otherwise != null) {
      return otherwise.run(scope, output);
    }
    for (int i = 0; i < kept.size(); i++) {
      Scope turn = scope.inner();
      turn.set("loop", new Turn(kept, i));
      assign(names, kept.get(i), turn);
      if (body.run(turn, output) == Flow.BREAK) {
        break;
      }
    }
    return Flow.NEXT;
  }

  private List<?> kept(Scope scope) {
    List<?> all = Values.entries(entries.value(scope), scope.budget);
    if (filter == null) {
      return all;
    }
    List<Object> kept = new ArrayList<>();
    for (Object entry : all) {
      Scope turn = scope.inner();
      assign(names, entry, turn);
      if (Values.isTrue(filter.value(turn))) {
        kept.add(entry);
      }
    }
    return kept;
  }

  /** Gives a value to a name, or the entries of a list to several names. */
  static void assign(List<String> names, Object value, Scope scope) {
    scope.budget.step();
    if (names.size() == 1) {
      scope.set(names.get(0), value);
      return;
    }
    List<?> parts = Values.entries(value, scope.budget);
    if (parts.size() != names.size()) {
      throw new Refusal(parts.size() + " values for " + names.size() + " names");
    }
    for (int i = 0; i < names.size(); i++) {
      scope.set(names.get(i), parts.get(i));
    }
  }

  /** What a template knows of the present turn, as {@code loop}. */
  private record Turn(List<?> entries, int place) implements Attributes {
    @Override
    public Object attribute(String name) {
      return switch (name) {
        case "index" -> place + 1L;
        case "index0" -> (long) place;
        case "revindex" -> (long) entries.size() - place;
        case "revindex0" -> entries.size() - place - 1L;
        case "first" -> place == 0;
        case "last" -> place == entries.size() - 1;
        case "length" -> (long) entries.size();
        case "previtem" -> place == 0 ? new Undefined(name) : entries.get(place - 1);
        case "nextitem" ->
            place == entries.size() - 1 ? new Undefined(name) : entries.get(place + 1);
        case "cycle" ->
            (Callable)
                (scope, arguments) ->
                    arguments.places().isEmpty()
                        ? new Undefined(name)
                        : arguments.places().get(place % arguments.places().size());
        default -> new Undefined(name);
      };
    }
  }
}
