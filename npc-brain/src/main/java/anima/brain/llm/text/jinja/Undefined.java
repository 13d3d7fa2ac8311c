package anima.brain.llm.text.jinja;

/** The value of what is not there: written as nothing, false, without entries. */
record Undefined(String name) {}
