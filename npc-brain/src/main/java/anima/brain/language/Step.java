package anima.brain.language;

import java.util.Map;

/**
 * One thing that was asked for and what comes of it: {@code intent} and {@code outcome} are names
 * of the intent catalogue, arguments are keyed by role ("place", "item", "count", "message" …).
 */
public record Step(String intent, String outcome, Map<String, Argument> arguments) {
  public Step {
    arguments = Map.copyOf(arguments);
  }
}
