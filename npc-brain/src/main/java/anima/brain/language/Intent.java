package anima.brain.language;

import java.util.List;
import java.util.Set;

/**
 * Something a person may want.
 *
 * @param name key in phrases and answers
 * @param act what the body does about it, in the words of the catalogue; "–" when nothing
 * @param outcomes what may come of it
 * @param roles arguments that it may have
 */
public record Intent(String name, String act, List<String> outcomes, Set<Role> roles) {
  public Intent {
    outcomes = List.copyOf(outcomes);
    roles = Set.copyOf(roles);
  }

  String token() {
    return "@" + name;
  }
}
