package anima.brain.llm.grammar;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a text may look like, as a tree; {@link Grammar#of} makes it a grammar. Immutable. */
public sealed interface Expression {
  /** These very words; none at all when empty. */
  record Literal(String text) implements Expression {
    /** Longest literal, in UTF-16 units. */
    public static final int LENGTH_MAX = 2048;

    public Literal {
      if (text.length() > LENGTH_MAX) {
        throw new IllegalArgumentException("a literal of " + text.length() + " characters");
      }
      if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
        throw new IllegalArgumentException("half a character in a literal");
      }
    }

    @Override
    public <R> R accept(Handler<R> handler) {
      return handler.literal(this);
    }
  }

  /** One ASCII character between two, both included. */
  record Between(char first, char last) implements Expression {
    public Between {
      if (first > last || last >= 0x80) {
        throw new IllegalArgumentException("no ASCII characters from " + first + " to " + last);
      }
    }

    @Override
    public <R> R accept(Handler<R> handler) {
      return handler.between(this);
    }
  }

  /** One of these; at least one. */
  record Choice(List<Expression> branches) implements Expression {
    public Choice {
      branches = List.copyOf(branches);
      if (branches.isEmpty()) {
        throw new IllegalArgumentException("a choice of nothing");
      }
    }

    @Override
    public <R> R accept(Handler<R> handler) {
      return handler.choice(this);
    }
  }

  /** All of these, in order. */
  record Sequence(List<Expression> parts) implements Expression {
    public Sequence {
      parts = List.copyOf(parts);
    }

    @Override
    public <R> R accept(Handler<R> handler) {
      return handler.sequence(this);
    }
  }

  /**
   * A part again and again, with a separator between.
   *
   * @param part never empty
   * @param max {@link #UNLIMITED} for any number
   */
  record Repeat(Expression part, Expression separator, int min, int max) implements Expression {
    public static final int UNLIMITED = Counts.UNLIMITED;

    public Repeat {
      if (min < 0 || max < min) {
        throw new IllegalArgumentException("cannot repeat " + min + " to " + max + " times");
      }
    }

    @Override
    public <R> R accept(Handler<R> handler) {
      return handler.repeat(this);
    }
  }

  /**
   * Free text in valid UTF-8.
   *
   * @param form how it is written
   * @param charactersMin least number of characters, each a Unicode code point
   * @param charactersMax greatest number; {@link #UNLIMITED} for any
   * @param lineBreaks whether it may have more than one line; if not, it has no control characters
   *     at all
   * @param sentences whether it ends where a sentence does, at one of {@code .!?。！？…}
   */
  record Text(
      Form form, int charactersMin, int charactersMax, boolean lineBreaks, boolean sentences)
      implements Expression {
    public static final int UNLIMITED = Counts.UNLIMITED;

    /** How a text is written. */
    public enum Form {
      /** As it is. */
      PLAIN,
      /** As inside the quotes of a JSON string. */
      JSON
    }

    public Text {
      if (charactersMin < 0 || charactersMax < charactersMin) {
        throw new IllegalArgumentException(
            "no text has " + charactersMin + " to " + charactersMax + " characters");
      }
      if (sentences && charactersMax == 0) {
        throw new IllegalArgumentException("a sentence has at least one character");
      }
    }

    /** One line of plain text that ends where a sentence does. */
    public static Text sentences(int charactersMax) {
      return new Text(Form.PLAIN, 1, charactersMax, false, true);
    }

    @Override
    public <R> R accept(Handler<R> handler) {
      return handler.text(this);
    }
  }

  /** A rule that has a name, so that it can contain itself. It is never empty. */
  record Reference(String rule) implements Expression {
    @Override
    public <R> R accept(Handler<R> handler) {
      return handler.reference(this);
    }
  }

  /** Nothing. */
  Expression EMPTY = new Literal("");

  static Expression literal(String text) {
    return new Literal(text);
  }

  static Expression choice(Expression... branches) {
    return new Choice(List.of(branches));
  }

  static Expression sequence(Expression... parts) {
    return new Sequence(List.of(parts));
  }

  static Expression optional(Expression part) {
    return choice(part, EMPTY);
  }

  static Expression repeat(Expression part, int min, int max) {
    return new Repeat(part, EMPTY, min, max);
  }

  <R> R accept(Handler<R> handler);

  /** Handles every kind of expression. */
  interface Handler<R> {
    R literal(Literal literal);

    R between(Between between);

    R choice(Choice choice);

    R sequence(Sequence sequence);

    R repeat(Repeat repeat);

    R text(Text text);

    R reference(Reference reference);
  }
}
