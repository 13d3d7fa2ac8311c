package anima.client.cli.model;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Rows in columns, as wide as their widest cell on a terminal. Owned by one thread. */
final class Table {
  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  Table add(String... row) {
    return add(List.of(row));
  }

  Table add(List<String> row) {
    rows.add(List.copyOf(row));
    return this;
  }

  void print(PrintStream out) {
    int[] widths = new int[rows.stream().mapToInt(List::size).max().orElse(0)];
    for (List<String> row : rows) {
      // The last cell of a row may run on: it has no neighbour.
      for (int i = 0; i + 1 < row.size(); i++) {
        widths[i] = Math.max(widths[i], width(row.get(i)));
      }
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        line.append(row.get(i));
        if (i + 1 < row.size()) {
          line.append(" ".repeat(widths[i] - width(row.get(i)))).append(GAP);
        }
      }
      out.println(line);
    }
  }

  /** In columns of a terminal, where Chinese characters take two. */
  static int width(String text) {
    return text.codePoints().map(point -> isWide(point) ? 2 : 1).sum();
  }

  private static boolean isWide(int point) {
    return Character.isIdeographic(point)
        || (point >= 0x3000 && point <= 0x303f)
        || (point >= 0xff01 && point <= 0xff60);
  }
}
