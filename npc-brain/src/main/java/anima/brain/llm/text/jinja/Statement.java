package anima.brain.llm.text.jinja;

/** Part of a template that does something. */
interface Statement {
  /** Where a template goes on behind a statement. */
  enum Flow {
    NEXT,
    CONTINUE,
    BREAK
  }

  Flow run(Scope scope, Output output);
}
