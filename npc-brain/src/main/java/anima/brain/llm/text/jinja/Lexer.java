package anima.brain.llm.text.jinja;

import anima.brain.llm.text.jinja.Token.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Cuts a template into tokens and settles its white space: as chat templates expect, a line break
 * behind a tag and blanks before one are dropped, and a minus sign at a brace drops all white space
 * beside it. Owned by one thread.
 */
final class Lexer {
  private static final int TOKENS_MAX = 1 << 17;
  private static final String ENDRAW = "endraw";

  private final String source;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private int line = 1;
  private int countedTo;

  /** Whether the text from {@link #at} begins a line, so that blanks before a tag are dropped. */
  private boolean lineStarts = true;

  private Lexer(String source) {
    this.source = source;
  }

  static List<Token> tokens(String template) {
    String source = template.replace("\r\n", "\n").replace('\r', '\n');
    // As by default in Jinja: a line break at the very end is the editor's, not the author's.
    Lexer lexer =
        new Lexer(source.endsWith("\n") ? source.substring(0, source.length() - 1) : source);
    lexer.read();
    return lexer.tokens;
  }

  private void read() {
    while (at < source.length()) {
      int begin = nextBrace();
      if (begin < 0) {
        add(Kind.TEXT, source.substring(at));
        at = source.length();
      } else {
        text(begin);
        at = begin + 2;
        boolean signed = at < source.length() && "-+".indexOf(source.charAt(at)) >= 0;
        at += signed ? 1 : 0;
        switch (source.charAt(begin + 1)) {
          case '#' -> comment();
          case '%' -> tag();
          default -> output();
        }
      }
    }
    add(Kind.END, "");
  }

  /** Where the next pair of characters stands that begins a tag; -1 when there is none. */
  private int nextBrace() {
    for (int i = source.indexOf('{', at); i >= 0; i = source.indexOf('{', i + 1)) {
      if (i + 1 < source.length() && "{%#".indexOf(source.charAt(i + 1)) >= 0) {
        return i;
      }
    }
    return -1;
  }

  /** Takes the text before a brace. */
  private void text(int begin) {
    String text = source.substring(at, begin);
    char sign = begin + 2 < source.length() ? source.charAt(begin + 2) : ' ';
    if (sign == '-') {
      text = Texts.stripEnd(text);
    } else if (sign != '+' && source.charAt(begin + 1) != '{') {
      int lineBegin = text.lastIndexOf('\n') + 1;
      if ((lineBegin > 0 || lineStarts) && Texts.strip(text.substring(lineBegin)).isEmpty()) {
        text = text.substring(0, lineBegin);
      }
    }
    if (!text.isEmpty()) {
      add(Kind.TEXT, text);
    }
  }

  private void comment() {
    int end = source.indexOf("#}", at);
    if (end < 0) {
      throw fault("a comment has no end");
    }
    char sign = end > at ? source.charAt(end - 1) : ' ';
    at = end + 2;
    behindTag(sign);
  }

  private void output() {
    add(Kind.OUTPUT_BEGIN, "{{");
    char sign = code("}}");
    add(Kind.OUTPUT_END, "}}");
    lineStarts = false;
    if (sign == '-') {
      skipSpace();
    }
  }

  private void tag() {
    int first = tokens.size();
    add(Kind.TAG_BEGIN, "{%");
    char sign = code("%}");
    add(Kind.TAG_END, "%}");
    behindTag(sign);
    if (tokens.size() == first + 3 && tokens.get(first + 1).isName("raw")) {
      tokens.subList(first, tokens.size()).clear();
      raw();
    }
  }

  private void behindTag(char sign) {
    lineStarts = source.startsWith("\n", at) && sign != '+';
    if (sign == '-') {
      skipSpace();
    } else if (lineStarts) {
      at++;
    }
  }

  private void skipSpace() {
    while (at < source.length() && Texts.isSpace(source.charAt(at))) {
      at++;
    }
    lineStarts = at > 0 && source.charAt(at - 1) == '\n';
  }

  /** Takes all up to the end tag as text. */
  private void raw() {
    for (int begin = nextBrace(); begin >= 0; begin = nextBrace()) {
      int word = begin + 2;
      while (word < source.length() && " -+\t\n".indexOf(source.charAt(word)) >= 0) {
        word++;
      }
      if (source.charAt(begin + 1) == '%' && source.startsWith(ENDRAW, word)) {
        text(begin);
        at = word + ENDRAW.length();
        behindTag(code("%}"));
        return;
      }
      add(Kind.TEXT, source.substring(at, begin + 2));
      at = begin + 2;
    }
    throw fault("raw text has no end");
  }

  /** Takes tokens up to the end; returns the sign before it, if any. */
  private char code(String end) {
    Deque<Character> open = new ArrayDeque<>();
    while (true) {
      while (at < source.length() && Texts.isSpace(source.charAt(at))) {
        at++;
      }
      if (at >= source.length()) {
        throw fault("a tag has no end");
      }
      char c = source.charAt(at);
      if (open.isEmpty() && "-+".indexOf(c) >= 0 && source.startsWith(end, at + 1)) {
        at += 1 + end.length();
        return c;
      }
      if (open.isEmpty() && source.startsWith(end, at)) {
        at += end.length();
        return ' ';
      }
      token(c, open);
    }
  }

  private void token(char c, Deque<Character> open) {
    if (c == '\'' || c == '"') {
      string(c);
    } else if (c >= '0' && c <= '9') {
      number();
    } else if (c == '_' || Character.isLetter(c)) {
      int begin = at;
      while (at < source.length() && isNamePart(source.charAt(at))) {
        at++;
      }
      add(Kind.NAME, source.substring(begin, at));
    } else {
      operator(c, open);
    }
  }

  private void operator(char c, Deque<Character> open) {
    if ("([{".indexOf(c) >= 0) {
      open.push(c);
    } else if (")]}".indexOf(c) >= 0
        && (open.isEmpty() || "([{".indexOf(open.pop()) != ")]}".indexOf(c))) {
      throw fault("a bracket is closed that was not opened");
    }
    for (String pair : List.of("//", "**", "==", "!=", ">=", "<=")) {
      if (source.startsWith(pair, at)) {
        at += 2;
        add(Kind.OPERATOR, pair);
        return;
      }
    }
    if ("+-*/%~()[]{}<>=.:|,".indexOf(c) < 0) {
      throw fault("the character " + c + " has no meaning here");
    }
    at++;
    add(Kind.OPERATOR, String.valueOf(c));
  }

  private static boolean isNamePart(char c) {
    return c == '_' || Character.isLetterOrDigit(c);
  }

  private void number() {
    int begin = at;
    digits();
    boolean whole = true;
    if (at + 1 < source.length()
        && source.charAt(at) == '.'
        && Character.isDigit(source.charAt(at + 1))) {
      whole = false;
      at++;
      digits();
    }
    int power = at + 1;
    power += power < source.length() && "+-".indexOf(source.charAt(power)) >= 0 ? 1 : 0;
    if (power < source.length()
        && "eE".indexOf(source.charAt(at)) >= 0
        && Character.isDigit(source.charAt(power))) {
      whole = false;
      at = power;
      digits();
    }
    String text = source.substring(begin, at).replace("_", "");
    add(whole ? Kind.INTEGER : Kind.FLOAT, text);
  }

  private void digits() {
    while (at < source.length()
        && (Character.isDigit(source.charAt(at)) || source.charAt(at) == '_')) {
      at++;
    }
  }

  private void string(char quote) {
    int begin = ++at;
    while (at < source.length() && source.charAt(at) != quote) {
      at += source.charAt(at) == '\\' ? 2 : 1;
    }
    if (at >= source.length()) {
      throw fault("a text has no closing quote");
    }
    add(Kind.STRING, Texts.unescape(source.substring(begin, at)));
    at++;
  }

  private void add(Kind kind, String text) {
    if (tokens.size() >= TOKENS_MAX) {
      throw fault("the template has more than " + TOKENS_MAX + " pieces");
    }
    for (; countedTo < Math.min(at, source.length()); countedTo++) {
      line += source.charAt(countedTo) == '\n' ? 1 : 0;
    }
    tokens.add(new Token(kind, text, line));
  }

  private Refusal fault(String what) {
    return new Refusal("line " + line + ": " + what);
  }
}
