package anima.brain.llm.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * What the natives of a process can do, as told by a process of its own.
 *
 * @param version of the runtime
 * @param cards graphics cards that the runtime sees; it may compute on one that it cannot name
 * @param devices what a session could be opened on
 * @param refusals why a session could not be opened on the others that are built in
 */
public record EngineReport(
    String version, List<String> cards, List<ComputeDevice> devices, List<String> refusals) {
  private static final String VERSION = "version ";
  private static final String CARD = "card ";
  private static final String DEVICE = "device ";
  private static final String REFUSAL = "refusal ";

  public EngineReport {
    cards = List.copyOf(cards);
    devices = List.copyOf(devices);
    refusals = List.copyOf(refusals);
  }

  /** As lines that {@link #parse} reads. */
  String print() {
    StringBuilder lines = new StringBuilder(VERSION).append(line(version));
    cards.forEach(card -> lines.append(CARD).append(line(card)));
    devices.forEach(device -> lines.append(DEVICE).append(line(device.name())));
    refusals.forEach(refusal -> lines.append(REFUSAL).append(line(refusal)));
    return lines.toString();
  }

  private static String line(String text) {
    return text.replaceAll("\\s+", " ").strip() + "\n";
  }

  /** Lines of another kind are what libraries print on their own. */
  static EngineReport parse(String output) {
    String version = "";
    List<String> cards = new ArrayList<>();
    List<ComputeDevice> devices = new ArrayList<>();
    List<String> refusals = new ArrayList<>();
    for (String line : output.lines().toList()) {
      if (line.startsWith(VERSION)) {
        version = line.substring(VERSION.length());
      } else if (line.startsWith(CARD)) {
        cards.add(line.substring(CARD.length()));
      } else if (line.startsWith(DEVICE)) {
        devices.add(ComputeDevice.valueOf(line.substring(DEVICE.length())));
      } else if (line.startsWith(REFUSAL)) {
        refusals.add(line.substring(REFUSAL.length()));
      }
    }
    return new EngineReport(version, cards, devices, refusals);
  }
}
