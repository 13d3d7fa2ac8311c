package anima.brain.memory;

import java.util.List;

/** Where minds keep their memories between runs. */
public interface MemoryStore {
  /**
   * What was kept.
   *
   * @param complaint what is wrong with it and what was done about it, in one sentence; empty when
   *     all is well
   */
  record Loaded(List<Memory> memories, String complaint) {
    public Loaded {
      memories = List.copyOf(memories);
    }
  }

  /** The memories of a mind; none for one that is new. */
  Loaded load(String mind);

  /**
   * Keeps them durably in place of what was kept before.
   *
   * @return what went wrong, in one sentence; empty when all is well
   */
  String save(String mind, List<Memory> memories);

  /** Keeps nothing: for worlds that end with the program. */
  static MemoryStore none() {
    return new MemoryStore() {
      @Override
      public Loaded load(String mind) {
        return new Loaded(List.of(), "");
      }

      @Override
      public String save(String mind, List<Memory> memories) {
        return "";
      }
    };
  }
}
