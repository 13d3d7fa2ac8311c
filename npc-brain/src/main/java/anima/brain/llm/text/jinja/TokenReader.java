package anima.brain.llm.text.jinja;

import anima.brain.llm.text.jinja.Token.Kind;
import java.util.List;

/** Goes through the tokens of a template. Owned by one thread. */
abstract class TokenReader {
  /** Expressions or statements within each other. */
  private static final int NESTING_MAX = 100;

  private final List<Token> tokens;
  private int at;
  private int nesting;

  TokenReader(List<Token> tokens) {
    this.tokens = tokens;
  }

  final Token peek() {
    return tokens.get(at);
  }

  final Token peekSecond() {
    return tokens.get(Math.min(at + 1, tokens.size() - 1));
  }

  final Token next() {
    Token token = tokens.get(at);
    at = Math.min(at + 1, tokens.size() - 1);
    return token;
  }

  final boolean skipName(String name) {
    boolean there = peek().isName(name);
    at += there ? 1 : 0;
    return there;
  }

  final boolean skipOperator(String operator) {
    boolean there = peek().isOperator(operator);
    at += there ? 1 : 0;
    return there;
  }

  final void expectOperator(String operator) {
    if (!skipOperator(operator)) {
      throw fault("expected " + operator);
    }
  }

  final String expectName() {
    if (peek().kind() != Kind.NAME) {
      throw fault("expected a name");
    }
    return next().text();
  }

  final Refusal fault(String what) {
    return new Refusal("line " + peek().line() + ": " + what + " at \"" + peek().text() + "\"");
  }

  final void enter() {
    nesting++;
    if (nesting > NESTING_MAX) {
      throw fault("more than " + NESTING_MAX + " levels");
    }
  }

  final void leave() {
    nesting--;
  }
}
