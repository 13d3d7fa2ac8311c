package anima.brain.llm.text.jinja;

/**
 * A piece of a template.
 *
 * @param text of a string its value; of all others as written
 * @param line where it begins, from 1
 */
record Token(Kind kind, String text, int line) {
  enum Kind {
    /** What is written out as it is. */
    TEXT,
    /** An opening pair of braces. */
    OUTPUT_BEGIN,
    OUTPUT_END,
    /** An opening brace and percent sign. */
    TAG_BEGIN,
    TAG_END,
    NAME,
    STRING,
    INTEGER,
    FLOAT,
    OPERATOR,
    /** Behind the last piece. */
    END
  }

  boolean isName(String name) {
    return kind == Kind.NAME && text.equals(name);
  }

  boolean isOperator(String operator) {
    return kind == Kind.OPERATOR && text.equals(operator);
  }
}
