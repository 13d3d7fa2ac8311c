package anima.brain.llm.text.jinja;

/** A value of ours that has attributes. */
interface Attributes {
  /** The attribute, {@link Undefined} when there is none. */
  Object attribute(String name);
}
