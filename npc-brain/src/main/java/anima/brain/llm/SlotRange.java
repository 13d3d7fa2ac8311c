package anima.brain.llm;

/**
 * Neighbouring slots of a slab.
 *
 * @param first number of the first slot
 * @param count how many
 */
record SlotRange(int first, int count) {
  int end() {
    return first + count;
  }
}
