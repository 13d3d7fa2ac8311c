package anima.brain.llm.text.jinja;

/** Part of a template that has a value. */
interface Expression {
  Object value(Scope scope);
}
