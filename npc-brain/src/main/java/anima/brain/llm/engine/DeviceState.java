package anima.brain.llm.engine;

import anima.world.Language;
import java.util.List;

/**
 * Where a model runs, and why.
 *
 * @param facts what the reason's sentence names
 */
public record DeviceState(ComputeDevice device, DeviceReason reason, List<String> facts) {
  /** Longest text of a driver taken into a sentence, in UTF-16 units. */
  private static final int FACT_LENGTH_MAX = 160;

  public DeviceState {
    facts = facts.stream().map(DeviceState::harmless).toList();
  }

  public static DeviceState of(ComputeDevice device, DeviceReason reason, Object... facts) {
    return new DeviceState(device, reason, List.of(facts).stream().map(String::valueOf).toList());
  }

  /** On the processor, because something went wrong on the card. */
  public static DeviceState after(DeviceReason reason, Throwable failure) {
    String message = failure.getMessage();
    return of(
        ComputeDevice.CPU, reason, message == null ? failure.getClass().getSimpleName() : message);
  }

  /** One sentence for a person. */
  public String in(Language language) {
    return reason.sentence(language, facts.toArray());
  }

  private static String harmless(String fact) {
    String text = fact.replaceAll("[\\p{Cc}\\p{Cf}\\s]+", " ").strip();
    return text.length() <= FACT_LENGTH_MAX ? text : text.substring(0, FACT_LENGTH_MAX) + "…";
  }
}
