package anima.brain.bench.stack;

import java.util.Arrays;
import java.util.Optional;

/** What is compared. */
public enum StackKind {
  ANIMA("anima"),
  LLAMA("llama.cpp"),
  KHERUD("llama.cpp-kherud");

  /** As it is named in options, table and JSON. */
  public final String label;

  StackKind(String label) {
    this.label = label;
  }

  public static Optional<StackKind> named(String label) {
    return Arrays.stream(values()).filter(kind -> kind.label.equalsIgnoreCase(label)).findFirst();
  }
}
