package anima.brain.llm.text.jinja;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes values as text: as Python prints them, or as JSON. Owned by one thread. */
final class ValueWriter {
  private final Budget budget;
  private final Style style;
  private final StringBuilder text = new StringBuilder();

  /**
   * How values are written.
   *
   * @param json as JSON rather than as Python prints
   * @param indent blanks of each level; negative to write all on one line
   */
  record Style(
      boolean json,
      int indent,
      String entryBorder,
      String keyBorder,
      boolean sorted,
      boolean ascii) {
    static final Style PYTHON = new Style(false, -1, ", ", ": ", false, false);
  }

  private ValueWriter(Budget budget, Style style) {
    this.budget = budget;
    this.style = style;
  }

  /** What a template writes for a value. */
  static String print(Object value, Budget budget) {
    return value instanceof String text ? text : write(value, budget, Style.PYTHON);
  }

  static String write(Object value, Budget budget, Style style) {
    ValueWriter writer = new ValueWriter(budget, style);
    if (!(value instanceof Undefined) || style.json) {
      writer.value(value, 0);
    }
    return writer.text.toString();
  }

  private void value(Object value, int level) {
    budget.step();
    if (text.length() > Budget.TEXT_LENGTH_MAX) {
      throw new Refusal("it makes a text longer than " + Budget.TEXT_LENGTH_MAX + " characters");
    }
    if (value instanceof String string) {
      budget.text(string.length());
      string(string);
    } else if (value instanceof List<?> list) {
      list(list, level);
    } else if (value instanceof Map<?, ?> map) {
      map(style.sorted ? sorted(map) : map, level);
    } else {
      text.append(atom(value));
    }
  }

  private Map<Object, Object> sorted(Map<?, ?> map) {
    Map<Object, Object> sorted = new TreeMap<>((a, b) -> Values.compare(a, b, budget));
    sorted.putAll(map);
    return sorted;
  }

  private String atom(Object value) {
    if (value instanceof Boolean flag) {
      return style.json ? flag.toString() : Texts.capitalize(flag.toString());
    }
    if (value instanceof Double number) {
      return Numbers.write(number);
    }
    if (value instanceof Long) {
      return value.toString();
    }
    if (value == None.NONE) {
      return style.json ? "null" : "None";
    }
    if (style.json) {
      throw new Refusal("cannot write " + Values.kind(value) + " as JSON");
    }
    return value instanceof Undefined ? "Undefined" : "<" + Values.kind(value) + ">";
  }

  private void list(List<?> list, int level) {
    text.append('[');
    Iterator<?> entries = list.iterator();
    while (entries.hasNext()) {
      begin(level + 1);
      value(entries.next(), level + 1);
      text.append(entries.hasNext() ? style.entryBorder : "");
    }
    end(list.isEmpty(), level);
    text.append(']');
  }

  private void map(Map<?, ?> map, int level) {
    text.append('{');
    Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
    while (entries.hasNext()) {
      Map.Entry<?, ?> entry = entries.next();
      begin(level + 1);
      Object key = entry.getKey();
      value(style.json && !(key instanceof String) ? atom(key) : key, level + 1);
      text.append(style.keyBorder);
      value(entry.getValue(), level + 1);
      text.append(entries.hasNext() ? style.entryBorder : "");
    }
    end(map.isEmpty(), level);
    text.append('}');
  }

  private void begin(int level) {
    if (style.indent >= 0) {
      budget.text((long) level * style.indent);
      text.append('\n').append(" ".repeat(level * style.indent));
    }
  }

  private void end(boolean empty, int level) {
    if (!empty) {
      begin(level);
    }
  }

  private void string(String string) {
    char quote = style.json || (string.indexOf('\'') >= 0 && string.indexOf('"') < 0) ? '"' : '\'';
    text.append(quote);
    for (int i = 0; i < string.length(); i++) {
      character(string.charAt(i), quote);
    }
    text.append(quote);
  }

  private void character(char c, char quote) {
    int escaped = (style.json ? "\n\r\t\b\f" : "\n\r\t").indexOf(c);
    if (c == quote || c == '\\') {
      text.append('\\').append(c);
    } else if (escaped >= 0) {
      text.append('\\').append("nrtbf".charAt(escaped));
    } else if (c < ' ' || (style.ascii && c > '~') || (!style.json && c == 0x7f)) {
      text.append(style.json ? "\\u%04x".formatted((int) c) : "\\x%02x".formatted((int) c));
    } else {
      text.append(c);
    }
  }
}
