package anima.brain.llm.text.jinja;

/** Python's {@code None}. */
enum None {
  NONE
}
