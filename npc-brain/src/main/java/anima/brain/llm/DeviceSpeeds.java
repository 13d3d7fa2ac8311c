package anima.brain.llm;

import java.util.OptionalDouble;

/**
 * What a probe found out about a model on this machine.
 *
 * @param processor tokens of an answer in a second, with the reading of its prompt
 * @param card the same on the graphics card; empty when it could not compute the model
 * @param failure why not, else empty
 */
public record DeviceSpeeds(double processor, OptionalDouble card, String failure) {
  private static final String SEPARATOR = ";";

  boolean cardIsFaster() {
    return card.orElse(0) > processor;
  }

  /** One line that {@link #parse} reads. */
  String print() {
    String onCard = card.isPresent() ? Double.toString(card.getAsDouble()) : "";
    return String.join(
        SEPARATOR, Double.toString(processor), onCard, failure.replaceAll("\\s+", " "));
  }

  /** Reads a line; throws IllegalArgumentException when it is none. */
  static DeviceSpeeds parse(String line) {
    String[] parts = line.split(SEPARATOR, 3);
    if (parts.length != 3) {
      throw new IllegalArgumentException("no speeds: " + line);
    }
    OptionalDouble card =
        parts[1].isEmpty()
            ? OptionalDouble.empty()
            : OptionalDouble.of(Double.parseDouble(parts[1]));
    return new DeviceSpeeds(Double.parseDouble(parts[0]), card, parts[2]);
  }
}
