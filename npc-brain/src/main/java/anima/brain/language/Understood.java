package anima.brain.language;

import java.util.EnumMap;
import java.util.Map;

/** One step as the model names it: an intent and what fills its roles. */
public record Understood(String intent, Map<Role, Filler> fillers) {
  public Understood {
    fillers = Map.copyOf(fillers);
  }

  /** The fillers in the order in which an answer names them. */
  public Map<Role, Filler> ordered() {
    return fillers.isEmpty() ? Map.of() : new EnumMap<>(fillers);
  }
}
